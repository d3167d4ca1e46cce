// Each service class is used by a unit test that asserts something and is not skipped.
check('unit-tested-services') {
    every ClassDecl where { classDecl.role == SERVICE && classDecl.kind == PRODUCTION } has TestCase where {
        testCase.bucket == UNIT && !testCase.skipped && testCase.assertions > 0 && testCase.targets.contains(classDecl.name)
    }
    fails "no unit test uses ${classDecl.name}"
    fix   'Write a test below tests/unit that uses the class and asserts what it does.'
}
