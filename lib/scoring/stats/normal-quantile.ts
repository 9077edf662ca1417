/** c₀ + c₁x + c₂x² + … */
function polynomial(x: number, coefficients: readonly number[]): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0)
}

const middle = {
  over: [3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227], // prettier-ignore
  under: [1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852855], // prettier-ignore
}
const tail = {
  over: [1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 7.745450142783414e-4], // prettier-ignore
  under: [1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457, 5.475938084995345e-4, 1.0507500716444169e-9], // prettier-ignore
}
const farTail = {
  over: [6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7], // prettier-ignore
  under: [1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 7.868691311456133e-4, 1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15], // prettier-ignore
}

const ratio = (x: number, { over, under }: typeof middle) => polynomial(x, over) / polynomial(x, under)

/**
 * **Quantile of the standard normal distribution**: the z below which the share p lies. Algorithm AS 241 (Wichura 1988),
 * exact to about 16 digits.
 *
 * @param p in (0, 1)
 *
 * Example: 0.975: 1.959964; 0.5: 0.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) return q * ratio(0.180625 - q * q, middle)
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)))
  return Math.sign(q) * (r <= 5 ? ratio(r - 1.6, tail) : ratio(r - 5, farTail))
}
