// npm run bench, in this folder: every measurement, or those named: npm run bench -- run-beside-overview
import { contactsAtAMillion } from './contacts-at-a-million.mjs'
import { contactLatency } from './contact-latency.mjs'
import { demoLoad } from './demo-load.mjs'
import { moveAWeight } from './move-a-weight.mjs'
import { pagesAtAMillion } from './pages-at-a-million.mjs'
import { rebuildContacts } from './rebuild-contacts.mjs'
import { restateYear } from './restate-year.mjs'
import { runBesideOverview } from './run-beside-overview.mjs'
import { starsWhatIf } from './stars-what-if.mjs'
import { whatIf } from './what-if.mjs'

const measurements = {
  'run-beside-overview': runBesideOverview,
  'restate-year': restateYear,
  'demo-load': demoLoad,
  'pages-at-a-million': pagesAtAMillion,
  'contacts-at-a-million': contactsAtAMillion,
  'what-if': whatIf,
  'stars-what-if': starsWhatIf,
  'move-a-weight': moveAWeight,
  'contact-latency': contactLatency,
  'rebuild-contacts': rebuildContacts,
}
const named = process.argv.slice(2)
const unknown = named.filter((name) => !(name in measurements))
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. There are: ${Object.keys(measurements).join(', ')}.`)
  process.exit(2)
}
for (const [name, measure] of Object.entries(measurements)) {
  if (named.length > 0 && !named.includes(name)) continue
  console.log(`\n${name}`)
  await measure()
}
