/**
 * Who changed what. Rows are only ever added, signed, in the transaction of the change, and linked into a chain afterwards,
 * so that a change of the record shows. No SQL here.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.api.audit;
