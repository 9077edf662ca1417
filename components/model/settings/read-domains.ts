/**
 * The e-mail domains in what somebody typed or pasted: parted by spaces, commas or semicolons, without what stands
 * before an @, lower-case, each once.
 *
 * Example: `ada@Example.org, @test.com example.org` → example.org, test.com
 */
export function readDomains(text: string): readonly string[] {
  const words = text.split(/[\s,;]+/).map((word) => word.slice(word.lastIndexOf('@') + 1).toLowerCase())
  return [...new Set(words.filter((word) => word !== ''))]
}
