package fr.entecole.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Someone with a browser's cookies, who enters by a button of the demonstration.
final class Visiteur {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");
    /// What the page shows, which a grave gesture gives back.
    private static final Pattern SEEN = Pattern.compile("name=\"(vus?)\" value=\"([^\"]*)\"");
    private static final Pattern BUTTON = Pattern.compile("<button([^>]*)>(.*?)</button>", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]+)\"");

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;

    Visiteur(String address) {
        this.address = address;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .build();
    }

    /// With a stay that stands in the base.
    Visiteur as(String token) {
        var cookie = new HttpCookie("session", token);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(address), cookie);
        return this;
    }

    static Visiteur enter(String address, String name) throws Exception {
        var visiteur = new Visiteur(address);
        var page = visiteur.get("/connexion").body();
        var csrf = CSRF.matcher(page);
        if (!csrf.find()) {
            throw new IllegalStateException("no form on /connexion");
        }
        var answer = visiteur.post("/connexion/demonstration", "_csrf", csrf.group(1), "compte", account(page, name));
        if (answer.statusCode() >= 400
                || answer.headers().firstValue("location").orElse("").contains("/connexion")) {
            throw new IllegalStateException(name + " cannot enter: " + answer.statusCode());
        }
        return visiteur;
    }

    /// With a login and a password.
    ///
    /// @return how long the door took to let in, in ms
    double signIn(String login, String motDePasse) throws Exception {
        var answer = knock(login, motDePasse);
        if (!answer.in()) {
            throw new IllegalStateException("not let in: " + answer.status());
        }
        return answer.millis();
    }

    /// With a login and a password, right or wrong.
    Reponse knock(String login, String motDePasse) throws Exception {
        var csrf = CSRF.matcher(get("/connexion").body());
        if (!csrf.find()) {
            throw new IllegalStateException("no form on /connexion");
        }
        long start = System.nanoTime();
        var answer = post("/connexion", "_csrf", csrf.group(1), "identifiant", login, "motDePasse", motDePasse);
        boolean in = answer.statusCode() == 303
                && !answer.headers().firstValue("location").orElse("").contains("/connexion");
        return new Reponse(answer.statusCode(), in, (System.nanoTime() - start) / 1e6);
    }

    /// Of the door.
    record Reponse(int status, boolean in, double millis) {}

    private static String account(String page, String name) {
        return BUTTON.matcher(page)
                .results()
                .filter(button -> button.group(1).contains("name=\"compte\""))
                .filter(button -> button.group(2).replaceAll("<[^>]*>", "").contains(name))
                .map(button -> VALUE.matcher(button.group(1)))
                .filter(java.util.regex.Matcher::find)
                .map(value -> value.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no button for " + name));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
    }

    /// The page, which must be there.
    String page(String path) throws IOException, InterruptedException {
        var answer = get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    /// How many bytes the page is on the wire.
    int compressed(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept-Encoding", "gzip, deflate, br, zstd")
                .build();
        return http.send(request, BodyHandlers.ofByteArray()).body().length;
    }

    private HttpResponse<String> post(String path, String... fields) throws IOException, InterruptedException {
        var form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&").append(fields[i]).append('=');
            form.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address)
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /// Sends a form of this page, which leads elsewhere.
    void submit(String page, String action, String... fields) throws IOException, InterruptedException {
        send(page, action, 303, fields);
    }

    /// What a form of this page sends, answered by that status.
    ///
    /// @return ms until it was answered
    double send(String page, String action, int status, String... fields) throws IOException, InterruptedException {
        var all = fields(page, fields);
        long start = System.nanoTime();
        var answer = post(action, all);
        double millis = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() != status) {
            throw new IllegalStateException(action + ": " + answer.statusCode());
        }
        return millis;
    }

    /// How many readers the page counts that asks again before it sends to many.
    String counted(String page, String action, String... fields) throws IOException, InterruptedException {
        var seen = SEEN.matcher(post(action, fields(page, fields)).body());
        if (!seen.find()) {
            throw new IllegalStateException(action + " has counted nobody");
        }
        return seen.group(2);
    }

    private String[] fields(String page, String... fields) throws IOException, InterruptedException {
        var shown = page(page);
        var csrf = CSRF.matcher(shown);
        if (!csrf.find()) {
            throw new IllegalStateException("no form on " + page);
        }
        var all = new java.util.ArrayList<>(java.util.List.of("_csrf", csrf.group(1)));
        all.addAll(java.util.List.of(fields));
        SEEN.matcher(shown).results().forEach(f -> all.addAll(java.util.List.of(f.group(1), f.group(2))));
        return all.toArray(String[]::new);
    }

    /// @param begins seconds until the answer began
    record Fichier(byte[] bytes, double begins) {}

    /// What a form of this page sends back as a file, which must be one.
    Fichier download(String page, String action, String field, String value) throws IOException, InterruptedException {
        var csrf = CSRF.matcher(page(page));
        if (!csrf.find()) {
            throw new IllegalStateException("no form on " + page);
        }
        var form = "_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8) + "&" + field + "=" + value;
        var request = HttpRequest.newBuilder(URI.create(address + action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        long start = System.nanoTime();
        var answer = http.send(request, BodyHandlers.ofInputStream());
        double begins = (System.nanoTime() - start) / 1e9;
        if (answer.statusCode() != 200
                || !answer.headers().firstValue("content-type").orElse("").equals("application/pdf")) {
            throw new IllegalStateException(action + ": " + answer.statusCode());
        }
        try (var body = answer.body()) {
            return new Fichier(body.readAllBytes(), begins);
        }
    }

    /// The value of a `Cookie` header.
    String cookieHeader() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    static void waitFor(String address, Process process, int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the application stopped by itself: exit " + process.exitValue());
            }
            if (answers(address)) {
                return;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("not ready after " + seconds + " s");
    }

    /// Ready for people: the demonstration is loaded, and the sign-in page is there.
    static boolean answers(String address) throws InterruptedException {
        try {
            var visiteur = new Visiteur(address);
            return visiteur.get("/sante/readiness").statusCode() == 200
                    && visiteur.get("/connexion").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
