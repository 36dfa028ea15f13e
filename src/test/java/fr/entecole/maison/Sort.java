package fr.entecole.maison;

import fr.entecole.Routes.Route;
import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;

/// Draws what a hostile visitor sends to a route: its own fields and a few others, with values that are nothing, too
/// much, or those of someone else; and sometimes another verb.
final class Sort {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
    private static final List<String> VERBS = List.of("PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "POST", "GET");

    /// As they stand in a form, encoded or broken.
    private static final List<String> VALUES = List.of(
            "",
            "%20",
            "%00",
            "a%00b",
            "%zz",
            "%",
            "%ed%a0%80",
            "%ff",
            "%e2%80%ae",
            "%F0%9F%90%BB",
            "0",
            "-1",
            "99999999999999999999",
            "1e400",
            "NaN",
            "true",
            "null",
            "%2B999999999-12-31",
            "-999999999-01-01",
            "%2B300000-01-01",
            "0000-00-00",
            "2026-02-30",
            "2026-11-25",
            "1999-12-31T23%3A59%3A60Z",
            "%27%20or%201%3D1%20--",
            "%241%5C%5C",
            "%25_%5C",
            "%7B0%7D",
            "%24%7B1%2B1%7D",
            "%3Cscript%3E",
            "..%2F..%2Fetc",
            "%0d%0aX%3A%20y",
            ",",
            "%2C%20%2C",
            "PARENT",
            "ELEVE",
            "DPO",
            "CLASSE",
            "publier",
            "Jean",
            "Trois5chevauxGris",
            "a.b%40example.org",
            "11",
            "x".repeat(300),
            "%C3%A9".repeat(4_000));

    private final Random random;
    private final List<UUID> people;
    private final List<UUID> places;

    Sort(Random random, List<UUID> people, List<UUID> places) {
        this.random = random;
        this.people = people;
        this.places = places;
    }

    Envoi draw(Route route) {
        var verb = random.nextInt(8) == 0 ? one(VERBS) : route.verb().name();
        var path = VARIABLE.matcher(route.path()).replaceAll(_ -> variable());
        var fields = fields(route);
        return verb.equals("GET") || verb.equals("HEAD")
                ? new Envoi(verb, fields.isEmpty() ? path : path + "?" + address(fields), "")
                : new Envoi(verb, path, fields);
    }

    private String variable() {
        return switch (random.nextInt(6)) {
            case 0 -> one(List.of("1", "%20", "a%00b", "%ff", "aa-bb", "%C3%A9", "x".repeat(500)));
            case 1 -> UUID.randomUUID().toString();
            case 2 -> one(places).toString();
            default -> one(people).toString();
        };
    }

    private String fields(Route route) {
        List<String> sent = new ArrayList<>();
        for (var name : names(route)) {
            for (int i = random.nextInt(5) == 0 ? 2 : 1; i > 0; i--) {
                sent.add(name + "=" + value());
            }
        }
        if (random.nextInt(4) == 0) {
            sent.add(one(VALUES) + "=" + one(VALUES));
        }
        return String.join("&", sent);
    }

    /// An address carries what an address may: the rest is refused before it is a request.
    private static String address(String fields) {
        return fields.length() > 6_000 ? fields.substring(0, 6_000) : fields;
    }

    private static List<String> names(Route route) {
        return Arrays.stream(route.method().getMethodParameters())
                .flatMap(parameter -> names(parameter).stream())
                .toList();
    }

    private static List<String> names(MethodParameter parameter) {
        var field = parameter.getParameterAnnotation(RequestParam.class);
        if (field != null) {
            var said = field.value();
            return List.of(said.isEmpty() ? parameter.getParameter().getName() : said);
        }
        var type = parameter.getParameterType();
        return type.isRecord() && type.getPackageName().startsWith("fr.entecole")
                ? Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()
                : List.of();
    }

    private String value() {
        return switch (random.nextInt(5)) {
            case 0 -> one(people).toString();
            case 1 -> one(places).toString();
            case 2 -> URLEncoder.encode(one(people) + ", ," + UUID.randomUUID(), StandardCharsets.UTF_8);
            default -> one(VALUES);
        };
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    record Envoi(String verb, String path, String body) {}
}
