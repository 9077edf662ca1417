/**
 * How a read is sent, ready to be pasted into a terminal.
 * @param now ISO 8601, to the second in the example
 */
export const actionSnippet = (origin: string, now: string): string =>
  `curl ${origin}/v1/contacts/actions \\
  -u YOUR_WRITE_KEY: \\
  -H 'content-type: application/json' \\
  -d '{
    "contact": {"email": "ada@example.com"},
    "action": "read",
    "messageId": "newsletter-1",
    "occurredAt": "${now.slice(0, 19)}Z"
  }'`
