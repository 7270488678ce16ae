/** When an asset's trouble becomes an alert, who is told, and when it is over. No SQL, stream or index here. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.alerts;
