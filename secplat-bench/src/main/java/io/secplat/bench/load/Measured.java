package io.secplat.bench.load;

/**
 * What a run of the generator saw.
 *
 * @param good answers with the expected status
 * @param bad other answers
 * @param bytes of all answers together
 * @param nanos how long it took
 */
public record Measured(long good, long bad, long bytes, long nanos, Latencies latencies) {

    public double perSecond() {
        return good * 1e9 / nanos;
    }

    public long bytesPerAnswer() {
        return good + bad == 0 ? 0 : bytes / (good + bad);
    }
}
