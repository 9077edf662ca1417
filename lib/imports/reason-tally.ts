import type { RejectReason } from './schema'

/** Counts refused rows by their code, with the first message and row of each. */
export class ReasonTally {
  private readonly byCode: Map<string, RejectReason>

  constructor(known: readonly RejectReason[]) {
    this.byCode = new Map(known.map((reason) => [reason.code, { ...reason }]))
  }

  add(rejects: readonly { row: number; code: string; message: string }[]): void {
    for (const { row, code, message } of rejects) {
      const reason = this.byCode.get(code)
      if (reason) reason.rows += 1
      else this.byCode.set(code, { code, message, rows: 1, firstRow: row })
    }
  }

  /** Most frequent first. */
  reasons(): RejectReason[] {
    return [...this.byCode.values()].sort((a, b) => b.rows - a.rows)
  }
}
