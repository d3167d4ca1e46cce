pack('sample') { title 'A pack for tests'; checklists 'small' }
