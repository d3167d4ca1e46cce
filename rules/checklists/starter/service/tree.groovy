section('tree', 'Tree') {
    item('no-private-keys') {
        title    'No private key is tracked'
        severity blocker
        no RepoFile where {
            repoFile.tracked && repoFile.kind != TEST &&
                repoFile.name =~ '(?i)^(id_(rsa|dsa|ecdsa|ed25519)|.*\\.(p12|pfx|ppk|keystore|jks))$' &&
                !(repoFile.path =~ '(?i)(^|/)(tests?|testdata|fixtures?|examples?|samples?|docs?|demo)/')
        }
        fails    "${repoFile.path} looks like a private key or key store"
        fix      'Remove it from the repository and its history, and replace the key: it is known now.'
    }
    item('no-environment-file') {
        title    'No file with local settings is tracked'
        no RepoFile where {
            repoFile.tracked && repoFile.name =~ '^\\.env(\\.(local|production|prod|staging))?$' &&
                !(repoFile.path =~ '(?i)(^|/)(tests?|testdata|fixtures?|examples?|samples?)/')
        }
        fails    "${repoFile.path} is tracked"
        fix      'Ignore it, track an `.env.example` without values, and replace the secrets it held.'
    }
    item('ignore-file') {
        title    'Build results are ignored'
        severity minor
        some RepoFile where { (repoFile.path in ['.gitignore', '.hgignore', '.jjignore']) && repoFile.bytes > 0 }
        fails    "there is no .gitignore at the root"
        fix      'Add a .gitignore for what the build writes.'
    }
    item('no-huge-files') {
        title    'No huge binary file is tracked'
        severity minor
        no RepoFile where { repoFile.tracked && repoFile.binary && repoFile.bytes >= param.largeFile }
        fails    "${repoFile.path} has ${repoFile.bytes} bytes"
        fix      'Keep it in large file storage or a package registry.'
    }
    item('readable-settings') {
        title    'YAML and JSON files are well-formed'
        no PartialParse where {
            !(partialParse.path =~ '(?i)(^|/)(tests?|testdata|fixtures?|__fixtures__|templates?|vendor|node_modules|third[-_]party)/')
        }
        fails    "${partialParse.path} is not well-formed: ${partialParse.reason}"
        fix      'Mend the file; merge markers, tabs in YAML and missing brackets are the usual causes.'
    }
    item('no-duplicate-keys') {
        title    'No key stands twice in a settings file'
        no DuplicateKey where {
            !(duplicateKey.file =~ '(?i)(^|/)(tests?|testdata|fixtures?|__fixtures__|vendor|node_modules|third[-_]party)/')
        }
        fails    "${duplicateKey.file} has the key ${duplicateKey.duplicate} twice"
        fix      'Delete the one that has no effect.'
    }
    item('few-promises') {
        title    'Production code holds few open promises'
        severity minor
        atMost(param.openPromises) of CommentMarker where {
            commentMarker.kind == PRODUCTION && (commentMarker.marker in ['TODO', 'FIXME'])
        }
        fails    "more than ${param.openPromises} TODO and FIXME comments in production code"
        fix      'Do some of them, and move the others to the tracker.'
    }
}
