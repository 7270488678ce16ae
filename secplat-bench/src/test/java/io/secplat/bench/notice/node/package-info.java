@org.jspecify.annotations.NullMarked
package io.secplat.bench.notice.node;
