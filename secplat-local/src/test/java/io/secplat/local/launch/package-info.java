/** The launcher: commands, processes, settings and secrets. */
package io.secplat.local.launch;
