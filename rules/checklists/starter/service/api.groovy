section('api', 'API description, if there is one') {
    item('spec-valid') {
        title    'API description has no errors'
        every ApiSpec where { !(apiSpec.file =~ '(?i)(^|/)(tests?|testdata|fixtures?|__fixtures__|vendor|node_modules)/') } must { apiSpec.parseErrors == 0 }
        fails    "${apiSpec.file} has ${apiSpec.parseErrors} errors"
        fix      'Run a validator of OpenAPI descriptions and mend what it names.'
    }
    item('references-resolve') {
        title    'References of the API description resolve'
        every ApiSpec where { !(apiSpec.file =~ '(?i)(^|/)(tests?|testdata|fixtures?|__fixtures__|vendor|node_modules)/') } hasNo DanglingReference where {
            danglingReference.file == apiSpec.file
        }
        fails    "${danglingReference.file} refers to ${danglingReference.target}, which does not exist"
        fix      'Correct the reference, or add what it points to.'
    }
    item('operations-described') {
        title    'Operations are described'
        every ApiOperation where { !(apiOperation.spec =~ '(?i)(^|/)(tests?|testdata|fixtures?|__fixtures__|vendor|node_modules)/') } must {
            apiOperation.description.length() >= 5 || apiOperation.summary.length() >= 5
        }
        fails    "${apiOperation.key} has neither summary nor description"
        fix      'Say in a sentence what the operation does.'
    }
    item('bodies-have-examples') {
        title    'Bodies have an example'
        severity minor
        every ApiOperation where {
            apiOperation.body && !(apiOperation.spec =~ '(?i)(^|/)(tests?|testdata|fixtures?|__fixtures__|vendor|node_modules)/')
        } must { apiOperation.example }
        fails    "${apiOperation.key} has no example of a body"
        fix      'Add an example to the request or to a response.'
    }
    item('failures-described') {
        title    'Operations that change something describe a failure'
        severity minor
        every ApiOperation where {
            apiOperation.mutation && !(apiOperation.spec =~ '(?i)(^|/)(tests?|testdata|fixtures?|__fixtures__|vendor|node_modules)/')
        } has ApiResponse where {
            apiResponse.operation == apiOperation.key && apiResponse.spec == apiOperation.spec && apiResponse.status =~ '(?i)^(4|5|default)'
        }
        fails    "${apiOperation.key} describes no failure"
        fix      'Describe at least one response in the four hundreds, or `default`.'
    }
}
