/** The dashboards and alert rules of this repository, and whether they are right. */
@org.jspecify.annotations.NullMarked
package io.secplat.monitoring;
