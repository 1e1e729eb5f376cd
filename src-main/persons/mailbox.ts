import { addressKey } from '../lists/relations/subject-ids';

/**
 * The mailbox that an address is delivered to where the mail server knows tags
 * (`name+tag@host` is `name@host`), in the form in which addresses are compared.
 * That is a resemblance and no proof: servers differ.
 */
export function mailboxOf(email: string): string {
  const key = addressKey(email);
  const at = key.lastIndexOf('@');
  const plus = key.indexOf('+');
  return plus > 0 && plus < at ? key.slice(0, plus) + key.slice(at) : key;
}
