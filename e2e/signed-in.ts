/** Where the first journey leaves the owner's session for the others. */
export const owner = 'test-results/owner.json'

/** The owner's key of the headless set-up, for what a journey does over HTTP. */
export const apiKey = 'journeys-use-this-api-key'

/** A write key of the headless set-up, for what a journey sends without a page. */
export const writeKey = 'journeys-use-this-write-key'

export const account = { email: 'ada@example.org', password: 'correct horse battery' }
