section('build', 'Build') {
    item('ci-configured') {
        title    'A pipeline builds every change'
        some RepoFile where {
            repoFile.path =~ '(?i)^(\\.github/workflows/[^/]+\\.ya?ml|\\.gitlab-ci\\.ya?ml|\\.circleci/config\\.ya?ml|\\.?travis\\.ya?ml|jenkinsfile|azure-pipelines\\.ya?ml|bitbucket-pipelines\\.ya?ml)$' ||
                repoFile.path =~ '(?i)^\\.(buildkite|woodpecker|teamcity|tekton|ci|builds|semaphore|gitea/workflows|forgejo/workflows)/.+' ||
                repoFile.path =~ '(?i)^(\\.drone|\\.woodpecker|\\.cirrus|\\.?appveyor|\\.build|cloudbuild|buildspec)\\.ya?ml$'
        }
        fails    "no configuration of a pipeline was found"
        fix      'Add a workflow that builds and tests every change.'
    }
    item('tests-exist') {
        title    'There are tests'
        some RepoFile where {
            repoFile.kind == TEST && repoFile.bytes > 0 && !repoFile.binary &&
                (repoFile.extension in ['java', 'kt', 'kts', 'scala', 'groovy', 'ts', 'tsx', 'mts', 'js', 'jsx', 'mjs', 'py', 'go', 'rb', 'rs', 'php', 'cs', 'fs', 'swift', 'c', 'cc', 'cpp', 'ex', 'exs', 'clj', 'dart', 'sh', 'bats', 'feature', 'lua', 'pl', 't', 'hs', 'erl', 'ml'])
        }
        fails    "no test source was found"
        fix      'Write a first test and let the pipeline run it.'
    }
    item('lock-file') {
        title    'Versions of dependencies are locked'
        appliesIf {
            anyOf('a manifest at the root asks for packages') {
                some PackageManifest where {
                    packageManifest.path == 'package.json' && !(packageManifest.dependencies.isEmpty() && packageManifest.devDependencies.isEmpty())
                }
                some RepoFile where { (repoFile.path in ['Gemfile', 'composer.json', 'Pipfile', 'mix.exs']) }
            }
        }
        some RepoFile where {
            (repoFile.path in ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'bun.lockb', 'deno.lock', 'Gemfile.lock', 'composer.lock', 'Pipfile.lock', 'mix.lock'])
        }
        fails    "a package manifest at the root, but no lock file next to it"
        fix      'Commit the lock file of your package manager.'
    }
    item('versions-pinned') {
        title    'No dependency takes whatever version is newest'
        every PackageManifest where {
            !(packageManifest.path =~ '(?i)(^|/)(tests?|testdata|fixtures?|__fixtures__|examples?|vendor|templates?|_template)/')
        } must { packageManifest.unpinned.isEmpty() }
        fails    "${packageManifest.path} takes any version of ${packageManifest.unpinned}"
        fix      'Replace `*` and `latest` by a version or a range.'
    }
}
