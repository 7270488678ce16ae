package io.secplat.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * HTTP/1.1 requests, ready to be sent one after the other, again and again.
 *
 * @param name what the table calls them
 * @param requests in turn
 * @param expected the status of a good answer
 */
public record Calls(String name, List<byte[]> requests, int expected) {

    public Calls {
        requests = List.copyOf(requests);
    }

    byte[] request(long n) {
        return requests.get((int) (n % requests.size()));
    }

    /** A GET of one path. */
    public static Calls get(String name, String path, String... headers) {
        return new Calls(name, List.of(request("GET", path, "", headers)), 200);
    }

    /** One request; the body may be empty. */
    public static byte[] request(String method, String path, String json, String... headers) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        if (body.length > 0) {
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }
}
