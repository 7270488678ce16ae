/** What the tests of the local run share. */
package io.secplat.local;
