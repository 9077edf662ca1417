/** First names of made-up people; no two alike. */
export const firstNames = (
  'ada june emil hana ivo rosa kai dora ben chen fay otto uma gus mara nils olga pia gita eve hugo cyd dan finn bela ' +
  'amir anna arlo asha aya boris bruno carla cleo cora dario della dina edda eli elsa emma enzo erik esme ezra fern ' +
  'flora frida gabe gina gloria greta hal hedy henk ida igor ilse imran ines iris isla ivan ivy jack jana jed jens ' +
  'jill joan joel jonas josef judy juno kara karl kate kira klaus lara lars lea leif lena leo lian lila linus liv lola ' +
  'lou luca lucy luis lydia maja malik marc mari max maya mei mila milo mira mona nadia naomi nate nell nico nina noor ' +
  'nora odin ola omar oona orla oscar owen pablo paul pearl petra priya quinn rafa ralf rania raul remy rhea rita robin ' +
  'roman ron rory rosa-lin ruben ruth saara sage sami sana sara selma seth sia silas simon sofia sol stella sven tara ' +
  'tess theo tia tilda tom tova ulla ursa vera vic viola vito wanda wes willa xena yara yusuf zara zeno zoe'
).split(' ')

export const lastNames = (
  'abbott adler ahmed almeida anders aoki arnold baker barros becker bell berg blake bloom borg boyle brandt bright ' +
  'bruno burke calder castro chandra cole conti costa cruz dahl dalton dean diaz doyle duarte egan ekman ellis endo ' +
  'engel evans falk farah ferrer fisher flores foster frank frost fuchs garcia gill gold grant gray haas hale hall ' +
  'hansen hart hayes heller holm horvat huber hughes ito ivanov jansen jones joshi kane kaya keller khan kim klein ' +
  'kovac kraus kumar lang lee lind lopez lund mann marsh mehta meyer mills mori moss muller nash neri nolan novak ' +
  'nunez oak olsen ortiz park patel perez petrov pike pohl quist rao reed reyes rossi roth ruiz sato shah silva singh ' +
  'smith sole stein stone sutton suzuki tanaka tran turner vance vega voss wagner walsh wang ward weber west wolf wood ' +
  'yamada young zhang ziegler'
).split(' ')

/** The first accounts; further ones are put together. */
export const accountNames = (
  'Northwind,Contoso,Fabrikam,Tailspin,Litware,Proseware,Adatum,Trey Research,Lucerne Publishing,Margie’s Travel,' +
  'Fourth Coffee,Graphic Design Institute,Humongous Insurance,Lamna Healthcare,Nod Publishers,Relecloud,' +
  'School of Fine Art,Southridge Video,VanArsdel,Wide World Importers,Wingtip Toys,Woodgrove Bank,Blue Yonder,' +
  'City Power & Light,Coho Winery,Consolidated Messenger,First Up Consultants,Munson’s Pickles'
).split(',')

export const accountFirstWords = (
  'Alder Amber Anchor Aspen Beacon Birch Bright Canyon Cedar Cobalt Copper Coral Crescent Delta Ember Falcon Fern Field ' +
  'Granite Harbor Hazel Heron Indigo Juniper Lantern Larch Linden Lumen Maple Meadow Mesa Nimbus Oak Orchard Otter ' +
  'Pebble Pine Plover Quartz Quill Raven Ridge River Rowan Saffron Sierra Slate Sparrow Summit Thistle Tidal Umber ' +
  'Vale Walnut Willow Yarrow'
).split(' ')

export const accountLastWords =
  'Labs,Works,Foods,Media,Logistics,Partners,Systems,Studio,Energy,Clinic,Outfitters,Capital'.split(',')

export const industries = ['Software', 'Media', 'Finance', 'Health', 'Manufacturing', 'Education'] as const

export const jobs = [
  'Analyst',
  'Product manager',
  'Marketer',
  'Engineer',
  'Finance',
  'Executive',
  'Support',
] as const

export const reports = [
  'Weekly revenue',
  'Churn by plan',
  'Active accounts',
  'Funnel, sign-up to paid',
  'Pipeline',
  'Support load',
  'Campaign returns',
  'Margin by product',
] as const

export const dashboards = [
  'Sales, north',
  'Sales, south',
  'Company',
  'Growth',
  'Customer health',
  'Board',
] as const

export const pages = ['pricing', 'home', 'templates', 'integrations', 'changelog', 'billing'] as const

export const sources = ['PostgreSQL', 'Google Sheets', 'Stripe', 'HubSpot', 'BigQuery', 'CSV upload'] as const
