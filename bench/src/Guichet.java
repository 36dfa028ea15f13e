package fr.entecole.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// Pages and forms of many people over shared connections, each with the cookies of their own stay.
final class Guichet {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");

    static {
        // before the server lets an idle one go: a form is not sent twice
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
    }

    private final String address;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    Guichet(Application app) {
        this.address = app.address();
    }

    /// The page, which must be there.
    String page(String path, String cookie) throws Exception {
        var answer = http.send(request(path, cookie).build(), BodyHandlers.ofString());
        return expect(200, path, answer);
    }

    /// @param page with a form of this person's
    /// @param fields names and values in turn
    /// @return where it leads
    String post(String page, String action, String cookie, List<String> fields) throws Exception {
        var answer = http.send(form(page, action, cookie, fields), BodyHandlers.ofString());
        expect(303, action, answer);
        return answer.headers().firstValue("location").orElseThrow();
    }

    /// @return the file that the form gives
    byte[] file(String page, String action, String cookie, List<String> fields) throws Exception {
        var answer = http.send(form(page, action, cookie, fields), BodyHandlers.ofByteArray());
        return expect(200, action, answer);
    }

    private HttpRequest form(String page, String action, String cookie, List<String> fields) {
        var csrf = CSRF.matcher(page);
        if (!csrf.find()) {
            throw new IllegalStateException("no form before " + action);
        }
        var all = new ArrayList<>(List.of("_csrf", csrf.group(1)));
        all.addAll(fields);
        var body = new StringBuilder();
        for (int i = 0; i < all.size(); i += 2) {
            body.append(body.isEmpty() ? "" : "&").append(all.get(i)).append('=');
            body.append(URLEncoder.encode(all.get(i + 1), StandardCharsets.UTF_8));
        }
        return request(action, cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    private HttpRequest.Builder request(String path, String cookie) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address + path))
                .timeout(Duration.ofSeconds(60))
                .header("Cookie", cookie);
    }

    private static <T> T expect(int status, String path, HttpResponse<T> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
        return answer.body();
    }
}
