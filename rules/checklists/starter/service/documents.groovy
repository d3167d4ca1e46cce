section('documents', 'Documents') {
    item('readme-purpose') {
        title    'README says what this is'
        anyOf('a paragraph or a section says it') {
            some Document where {
                document.directory == '' && document.name =~ '(?i)^readme(\\.|$)' && document.introWords >= 8
            } labelled 'a paragraph below the title'
            some DocSection where {
                docSection.document =~ '(?i)^readme\\.' && docSection.words >= 12 &&
                    docSection.heading =~ '(?i)\\b(about|overview|introduction|purpose|summary|description|motivation|background|features|what is|why)\\b'
            } labelled 'a section on what it is'
        }
        fails    "no README at the root of the repository says what this is"
        fix      'Write two sentences below the title of README.md: what it does, and for whom.'
    }
    item('readme-run') {
        title    'README shows how to run or use it'
        some DocSection where {
            docSection.document =~ '(?i)^readme\\.' && docSection.codeBlocks > 0 &&
                docSection.heading =~ '(?i)\\b(run(ning)?|start(ing|ed)?|install(ing|ation)?|setup|set up|build(ing)?|usage|use|using|develop(ment|ing)?|locally|quick ?start|examples?|deploy(ment|ing)?|docker|how to)\\b'
        }
        fails    "no section of the README shows a command or code to start with"
        fix      'Add a section `Getting started` with the commands in a fenced block.'
    }
    item('readme-finished') {
        title    'README holds no left-overs'
        severity minor
        every Document where { document.directory == '' && document.name =~ '(?i)^readme(\\.|$)' } hasNo DocPlaceholder where {
            docPlaceholder.document == document.path
        }
        fails    "${docPlaceholder.document} still says ${docPlaceholder.text}"
        fix      'Fill the left-over, or delete it.'
    }
    item('licence') {
        title    'Licence is stated'
        some RepoFile where {
            (repoFile.directory == '' && repoFile.bytes > 0 &&
                repoFile.name =~ '(?i)^(licen[cs]e|copying|unlicen[cs]e|mit-licen[cs]e)([-._].*)?$') ||
                repoFile.directory.equalsIgnoreCase('licenses')
        }
        fails    "no LICENSE file at the root of the repository"
        fix      'Add a LICENSE file, for code that is not to be shared too.'
    }
    item('release-notes') {
        title    'Changes are told to users'
        severity minor
        anyOf('somewhere') {
            some RepoFile where {
                repoFile.path =~ '(?i)^(docs?/)?(changelog|changes|history|news|releases?|release[-_]?notes)(\\.[a-z]+)?$'
            } labelled 'a change log'
            some RepoFile where { repoFile.path =~ '(?i)(^|/)(changelogs?|release[-_]?notes)/[^/]+\\.(md|mdx)$' } labelled 'a directory of notes'
            some RepoFile where { repoFile.path =~ '^(\\.changeset|\\.changes|changelog\\.d|newsfragments|releasenotes)/' } labelled 'pieces of a change log'
            some RepoFile where {
                repoFile.path =~ '(?i)(^|/)(\\.releaserc.*|release\\.config\\.[cm]?js|release-please-config\\.json|\\.goreleaser\\.ya?ml|cliff\\.toml|release-drafter\\.ya?ml)$'
            } labelled 'a tool that writes release notes'
            some DocSection where {
                docSection.document =~ '(?i)^(readme|contributing)\\.' && docSection.heading =~ '(?i)\\b(change ?log|releases?|release notes|what.s new|versioning)\\b'
            } labelled 'a section that says where'
        }
        fails    "nothing tells users what changed"
        fix      'Keep a CHANGELOG.md, changesets, or a section in the README that says where the notes are.'
    }
    item('security-policy') {
        title    'Weaknesses have a place to be reported'
        severity minor
        anyOf('somewhere') {
            some RepoFile where { repoFile.path =~ '(?i)^(\\.github/|docs/)?security(\\.[a-z]+)?$' } labelled 'a security policy'
            some RepoFile where { repoFile.path =~ '(^|/)\\.well-known/security\\.txt$' } labelled 'a security.txt'
            some DocSection where {
                docSection.document =~ '(?i)^(readme|contributing)\\.' && docSection.heading =~ '(?i)\\b(security|vulnerabilit)' && docSection.words >= 5
            } labelled 'a section on security'
        }
        fails    "nothing says where to report a weakness"
        fix      'Add a SECURITY.md that says whom to tell.'
    }
    item('owners') {
        title    'Owners of the code are named'
        severity minor
        anyOf('somewhere') {
            some CodeOwnerRule where { !codeOwnerRule.owners.isEmpty() } labelled 'a CODEOWNERS rule'
            some RepoFile where { repoFile.path =~ '(?i)^(docs/|\\.github/)?(maintainers|owners|authors)(\\.[a-z]+)?$' } labelled 'a list of maintainers'
            some ManifestField where { manifestField.field == 'owner' && manifestField.shape == TEXT && !manifestField.placeholder } labelled 'a manifest with an owner'
        }
        fails    "nothing names the owners of the code"
        fix      'Add a CODEOWNERS file.'
    }
    item('links-resolve') {
        title    'Links between documents resolve'
        severity minor
        every DocLink where {
            !docLink.external && !docLink.target.startsWith('/') &&
                !(docLink.document =~ '(?i)(^|/)(tests?|testdata|fixtures?|__fixtures__|node_modules|vendor|third[-_]party|templates?|_template)/')
        } must { docLink.resolves == true }
        fails    "the link `${docLink.text}` of ${docLink.document} leads nowhere"
        fix      'Correct the link or its anchor.'
    }
    item('runbook') {
        title    'Operators find out what to do when it breaks'
        severity minor
        anyOf('somewhere') {
            some RepoFile where { repoFile.path =~ '(?i)(^|/)(run-?book|playbook|operations|troubleshooting)s?[^/]*\\.(md|mdx|adoc|rst|txt)$' } labelled 'a runbook'
            some RepoFile where { repoFile.path =~ '(?i)(^|/)(run-?books?|playbooks|operations|troubleshooting)/[^/]+\\.(md|mdx|adoc|rst|txt)$' } labelled 'a directory of runbooks'
            some DocSection where {
                docSection.heading =~ '(?i)\\b(run-?book|troubleshoot|operations|operating|in production|debugging)' && docSection.words >= 20
            } labelled 'a section on operation'
        }
        fails    "nothing says what to do when it breaks"
        fix      'Write a RUNBOOK.md: alarms, dashboards, what to do first, whom to call.'
    }
}
