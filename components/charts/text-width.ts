let context: CanvasRenderingContext2D | null | undefined

/** How wide a text of 12 px is in the font of the page, in pixels. An estimate where there is no browser. */
export function textWidth(text: string, bold = false): number {
  if (typeof document === 'undefined') return Array.from(text).length * (bold ? 7.5 : 7)
  context ??= document.createElement('canvas').getContext('2d')
  if (!context) return Array.from(text).length * (bold ? 7.5 : 7)
  context.font = `${bold ? 600 : 400} 12px ${getComputedStyle(document.body).fontFamily}`
  return context.measureText(text).width
}
