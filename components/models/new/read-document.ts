type Read = { ok: true; document: object } | { ok: false; message: string }

/** The object that a text is as JSON, or why it is none. Whether it is a model is the server's to say. */
export function readDocument(text: string): Read {
  try {
    const document: unknown = JSON.parse(text)
    if (typeof document === 'object' && document !== null && !Array.isArray(document))
      return { ok: true, document }
    return { ok: false, message: 'A model document is an object: it begins with { and ends with }.' }
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it cannot be read'
    return { ok: false, message: `This is not JSON: ${why}` }
  }
}
