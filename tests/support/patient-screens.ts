import { configure } from '@testing-library/preact'

// What is looked for on a screen comes when it comes: within a second says only how busy the machine is.
configure({ asyncUtilTimeout: 15_000 })
