// Every stage has a least and a largest number of tasks, and the least is neither zero nor more than the largest.
check('scaled-stages') {
    forEach(['dev', 'staging', 'prod']) { stage ->
        forEach(['min', 'max']) { end ->
            some InfraProperty where {
                (infraProperty.name == 'scaling.' + stage + '.' + end ||
                    (infraProperty.name == 'scaling.' + end && (infraProperty.stage == null || infraProperty.stage == stage))) &&
                    (infraProperty.number > 0 || infraProperty.number == null)
            } unresolved { infraProperty.number == null }
        }
    }
    forEach(['scaling.', 'scaling.dev.', 'scaling.staging.', 'scaling.prod.']) { base ->
        every InfraProperty, as: 'least' where { least.name == base + 'min' } hasNo InfraProperty, as: 'most' where {
            most.resource == least.resource && most.name == base + 'max' && most.number < least.number &&
                (most.stage == least.stage || most.stage == null || least.stage == null)
        } labelled 'the least is not more than the largest'
    }
    fails "infra.ts of ${subject.name} does not set a least and a largest number of tasks for each stage"
    fix   'Set scaling.min and scaling.max for dev, staging and prod.'
}
