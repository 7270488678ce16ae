/** Proves that the stores are real: their data survive a kill. */
package io.secplat.local.store;
