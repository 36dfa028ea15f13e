package fr.entecole.maison;

import jakarta.servlet.http.Cookie;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What an attacker tries, on any routes: each probe says what it finds, in a sentence. The house is asked by
/// [SondesDeLaMaisonTests]; routes that were made wrong on purpose, by [FaillesPlanteesTests].
final class Sondes {

    static final String THERE = "mechant.example";

    private static final List<String> ELSEWHERE = List.of(
            "https://" + THERE + "/", "//" + THERE + "/", "/\\" + THERE + "/", "https:" + THERE, "\\\\" + THERE + "/");
    private static final Pattern LEAVES = Pattern.compile("(?i)^([a-z][a-z0-9+.-]*:|//).*");
    private static final String SPLIT = "a\r\nX-Mechant: 1";
    /// Nothing is typed: the request itself lies.
    private static final String HOST = "a";
    private static final String SCRIPT = "<script>mechant()</script>";
    private static final Pattern VOLATILE = Pattern.compile("value=\"[^\"]*\"|nonce-[^\"' ]+|[0-9a-f-]{16,}");

    private final MockMvcTester mvc;

    Sondes(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    /// A route as it is called.
    ///
    /// @param champs names of what it reads
    /// @param signed in as whom, and with the form's token where it is posted to and the token is not what is tried
    record Cible(HttpMethod verb, String path, List<String> champs, Signe signed) {

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    /// What makes a request somebody's.
    interface Signe {

        void sign(MockMvcRequestBuilder request);
    }

    /// The fields that a method reads: parameters, and the components of forms.
    static List<String> champs(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(Sondes::champs)
                .distinct()
                .toList();
    }

    private static Stream<String> champs(Parameter parameter) {
        if (parameter.isAnnotationPresent(PathVariable.class)) {
            return Stream.empty();
        }
        var type = parameter.getType();
        if (type.isRecord() && type.getName().startsWith("fr.entecole")) {
            return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName);
        }
        var field = parameter.getAnnotation(RequestParam.class);
        return field == null ? Stream.empty() : Stream.of(field.name().isEmpty() ? parameter.getName() : field.name());
    }

    /// Open redirect: no field sends a browser away.
    List<String> redirections(Collection<Cible> cibles) {
        return ELSEWHERE.stream()
                .flatMap(there -> found(cibles, there, "sends away", answer -> leaves(location(answer))).stream())
                .distinct()
                .toList();
    }

    private static boolean leaves(String to) {
        return LEAVES.matcher(to.replace('\\', '/')).matches()
                && to.toLowerCase(Locale.ROOT).contains(THERE);
    }

    /// Header injection and response splitting: nothing typed ends a header.
    List<String> headers(Collection<Cible> cibles) {
        return found(
                cibles,
                SPLIT,
                "writes a header that was typed",
                answer -> answer.getHeaderNames().stream()
                        .flatMap(name -> answer.getHeaders(name).stream())
                        .anyMatch(value -> value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0));
    }

    /// What is typed comes back as text, never as a page.
    List<String> scripts(Collection<Cible> cibles) {
        return found(
                cibles,
                SCRIPT,
                "says a script that was typed",
                answer -> body(answer).contains(SCRIPT));
    }

    /// No page and no redirect believes the name that a request gives to the server.
    List<String> hosts(Collection<Cible> cibles) {
        return found(
                cibles,
                HOST,
                "believes the Host of the request",
                answer -> location(answer).contains(THERE) || body(answer).contains(THERE));
    }

    /// Each route is called once with this in all its fields; none may break either.
    private List<String> found(
            Collection<Cible> cibles, String typed, String what, Predicate<MockHttpServletResponse> seen) {
        List<String> found = new ArrayList<>();
        for (var cible : cibles) {
            var request = mvc.method(cible.verb).uri(cible.path);
            cible.champs.forEach(champ -> request.param(champ, typed));
            if (typed.equals(HOST)) {
                request.header(HttpHeaders.HOST, THERE)
                        .header("X-Forwarded-Host", THERE)
                        .with(sent -> {
                            sent.setServerName(THERE);
                            return sent;
                        });
            }
            cible.signed.sign(request);
            var answer = request.asyncExchange().getResponse();
            if (answer.getStatus() >= 500) {
                found.add(cible + " breaks on what was typed");
            } else if (seen.test(answer)) {
                found.add(cible + " " + what);
            }
        }
        return found;
    }

    private static String location(MockHttpServletResponse answer) {
        return Objects.requireNonNullElse(answer.getHeader(HttpHeaders.LOCATION), "");
    }

    /// A form without its token does nothing: it is refused before anything is read.
    List<String> tokens(Collection<Cible> cibles) {
        List<String> found = new ArrayList<>();
        for (var cible : cibles) {
            var request = mvc.method(cible.verb).uri(cible.path);
            cible.signed.sign(request);
            var answer = request.asyncExchange().getResponse();
            // At the door, which anyone may ask for, it is shown anew.
            boolean refused = answer.getStatus() == HttpStatus.FORBIDDEN.value()
                    || "/connexion".equals(answer.getHeader(HttpHeaders.LOCATION));
            if (cible.verb != HttpMethod.GET && !refused) {
                found.add(cible + " takes a form without its token (" + answer.getStatus() + ")");
            }
        }
        return found;
    }

    /// Another spelling of an address opens nothing that the address itself keeps shut.
    List<String> spellings(Collection<Cible> shut) {
        List<String> found = new ArrayList<>();
        for (var cible : shut) {
            for (var path : spellings(cible.path)) {
                MockHttpServletResponse answer;
                try {
                    answer = mvc.method(cible.verb)
                            .uri(java.net.URI.create(path))
                            .asyncExchange()
                            .getResponse();
                } catch (AssertionError | IllegalArgumentException _) {
                    continue; // refused before any answer
                }
                if (answer.getStatus() == 200) {
                    found.add(cible + " opens as " + path);
                }
            }
        }
        return found;
    }

    private static List<String> spellings(String path) {
        return List.of(
                path,
                path + "/",
                path + ";a=b",
                path + ".json",
                "/x/.." + path,
                "/x/..;" + path,
                "/." + path,
                "/%2e" + path,
                path + "%00",
                path.toUpperCase(Locale.ROOT));
    }

    /// Mass assignment: what a request fills is a form of its own, a record that says its fields, never a thing of
    /// ours.
    static List<String> bindings(Collection<Method> methods) {
        return methods.stream()
                .flatMap(method -> Arrays.stream(method.getParameters())
                        .filter(Sondes::fills)
                        .map(parameter ->
                                method.getDeclaringClass().getSimpleName() + "." + method.getName() + " fills "
                                        + parameter.getType().getSimpleName() + " field by field: make a form of it"))
                .toList();
    }

    private static boolean fills(Parameter parameter) {
        var type = parameter.getType();
        boolean bound = parameter.isAnnotationPresent(ModelAttribute.class)
                || parameter.getAnnotations().length == 0 && type.getName().startsWith("fr.entecole");
        return bound
                && !type.isRecord()
                && Arrays.stream(type.getMethods())
                        .anyMatch(method -> method.getName().matches("set[A-Z]\\w*"));
    }

    /// Session fixation: whoever comes in has a session that nobody could have given them.
    ///
    /// @param name of the session's cookie
    /// @param given what an attacker had put there
    static List<String> fixation(String name, String given, MockHttpServletResponse entered) {
        var mine = Arrays.stream(entered.getCookies())
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
        return mine.isEmpty()
                ? List.of("one comes in without a session of one's own")
                : mine.get().equals(given) ? List.of("one comes in with the session that one was given") : List.of();
    }

    /// Enumeration by text: a login that exists and one that does not are told the same.
    /// Of time, by what is done: a clock would measure the machine.
    ///
    /// @param done how much costly work has been done so far
    static List<String> enumeration(LongSupplier done, Runnable known, Runnable unknown) {
        long before = done.getAsLong();
        known.run();
        long between = done.getAsLong();
        unknown.run();
        return done.getAsLong() - between == between - before
                ? List.of()
                : List.of("the time that the answer takes says whether the login exists");
    }

    static List<String> enumeration(MockHttpServletResponse known, MockHttpServletResponse unknown) {
        return known.getStatus() == unknown.getStatus() && same(body(known)).equals(same(body(unknown)))
                ? List.of()
                : List.of("the answer says whether the login exists");
    }

    private static String same(String page) {
        return VOLATILE.matcher(page).replaceAll("…");
    }

    private static String body(@Nullable MockHttpServletResponse answer) {
        return answer == null
                ? ""
                : new String(answer.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
