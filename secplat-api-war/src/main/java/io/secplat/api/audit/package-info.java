/**
 * Who changed what. Rows are only ever added, in the transaction of the change.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.api.audit;
