// npm run bench, in this folder: every measurement, or those named: npm run bench -- run-beside-overview
import { demoLoad } from './demo-load.mjs'
import { moveAWeight } from './move-a-weight.mjs'
import { pagesAtAMillion } from './pages-at-a-million.mjs'
import { restateYear } from './restate-year.mjs'
import { runBesideOverview } from './run-beside-overview.mjs'
import { whatIf } from './what-if.mjs'

const measurements = {
  'run-beside-overview': runBesideOverview,
  'restate-year': restateYear,
  'demo-load': demoLoad,
  'pages-at-a-million': pagesAtAMillion,
  'what-if': whatIf,
  'move-a-weight': moveAWeight,
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
