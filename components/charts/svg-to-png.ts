const PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'stroke-opacity',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'shape-rendering',
  'visibility',
  'display',
]

/** Copies what the style sheets say onto the elements: an image has no style sheet. */
function inlineStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from)
  if (to instanceof SVGElement) {
    to.removeAttribute('class')
    for (const name of PROPERTIES) to.style.setProperty(name, style.getPropertyValue(name))
  }
  Array.from(from.children).forEach((child, index) => {
    const copy = to.children[index]
    if (copy) inlineStyles(child, copy)
  })
}

function load(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('The picture could not be drawn.'))
    image.src = url
  })
}

/**
 * The drawing as it looks now, in the theme of the page, under its title and caption, at twice its size.
 * @throws Error when the browser cannot draw it
 */
export async function svgToPng(svg: SVGSVGElement, title: string, caption: string): Promise<Blob> {
  const { width, height } = svg.getBoundingClientRect()
  const copy = svg.cloneNode(true) as SVGSVGElement
  inlineStyles(svg, copy)
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  const image = await load(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(copy.outerHTML)}`)

  const scale = 2
  const pad = 16
  const head = 44
  const canvas = document.createElement('canvas')
  canvas.width = (width + 2 * pad) * scale
  canvas.height = (height + head + 2 * pad) * scale
  const context = canvas.getContext('2d')
  if (!context) throw new Error('The picture could not be drawn.')
  // Colours may be light-dark() in the style sheet; on an element they are computed.
  const probe = document.createElement('div')
  probe.style.cssText = 'background: var(--surface); color: var(--ink); border: 0 solid var(--ink-3)'
  document.body.append(probe)
  const { backgroundColor, color, borderTopColor, fontFamily } = getComputedStyle(probe)
  context.scale(scale, scale)
  context.fillStyle = backgroundColor
  context.fillRect(0, 0, width + 2 * pad, height + head + 2 * pad)
  context.fillStyle = color
  context.font = `600 14px ${fontFamily}`
  context.fillText(title, pad, pad + 14)
  context.fillStyle = borderTopColor
  context.font = `12px ${fontFamily}`
  context.fillText(caption, pad, pad + 31, width)
  probe.remove()
  context.drawImage(image, pad, pad + head, width, height)
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be drawn.'))),
      'image/png',
    ),
  )
}
