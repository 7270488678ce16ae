/** Tests inside Open Liberty, started and fed by Arquillian. */
package io.secplat.container;
