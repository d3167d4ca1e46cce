checklist('sample/small') { title 'A checklist for tests'; judges Service; sections 'docs' }
