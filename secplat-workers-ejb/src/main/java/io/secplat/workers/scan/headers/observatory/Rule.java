package io.secplat.workers.scan.headers.observatory;

import io.secplat.workers.scan.headers.seen.Site;

/** One test. */
interface Rule {

    TestResult judge(Site site);
}
