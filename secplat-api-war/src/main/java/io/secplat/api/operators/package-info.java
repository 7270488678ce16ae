/**
 * What operators did to servers, as the servers tell it: kept open until it is known how it ended, and then one row of the audit.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.api.operators;
