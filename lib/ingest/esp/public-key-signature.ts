import { createPublicKey, type KeyObject, verify } from 'node:crypto'

/** A public key as PEM, or as the base64 of its DER alone, the way consoles show it. Null for anything else. */
export function publicKeyOf(text: string): KeyObject | null {
  try {
    if (text.includes('-----BEGIN')) return createPublicKey(text)
    return createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })
  } catch {
    return null
  }
}

/** Whether a base64 signature (ECDSA in DER, or RSA PKCS #1) fits. */
export function isSignedBy(
  key: KeyObject,
  hash: 'sha1' | 'sha256',
  signed: Uint8Array,
  signature: string,
): boolean {
  try {
    return verify(hash, signed, key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}
