/** The demo targets as a prober and a scanner see them. */
package io.secplat.local.target;
