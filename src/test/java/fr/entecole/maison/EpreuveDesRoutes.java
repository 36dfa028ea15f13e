package fr.entecole.maison;

import static fr.entecole.Formulaire.formulaire;

import fr.entecole.Matrice;
import fr.entecole.Routes.Route;
import fr.entecole.maison.Exemple.Cas;
import fr.entecole.socle.contrats.Envois;
import fr.entecole.socle.contrats.HorsEnvoi;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriComponentsBuilder;

/// Calls each route that names something, with ids that exist, as everyone of the world. Those for whom the thing is
/// are answered; to the others it is not there, and nothing has changed. Then once more as those of the school whose
/// sending is frozen: they read all that they did, and nothing of theirs leaves.
final class EpreuveDesRoutes {

    private final Monde monde;
    private final TransactionTemplate undone;
    private final Empreintes empreintes;
    private final List<String> faults = new ArrayList<>();
    private final Matrice matrice = new Matrice();
    private final Set<String> rooms;

    EpreuveDesRoutes(Monde monde) {
        this.monde = monde;
        this.rooms = monde.each(Envois.class).map(Envois::module).collect(Collectors.toSet());
        this.undone = new TransactionTemplate(monde.bean(PlatformTransactionManager.class));
        this.empreintes = new Empreintes(monde.jdbc());
    }

    /// @return what is wrong, each time in a sentence that says what to do
    List<String> faults(Collection<Route> routes, Collection<ExempleDeModule> exemples) {
        Map<String, Cas> cas = new LinkedHashMap<>();
        Map<String, String> authors = new HashMap<>();
        for (var exemple : exemples) {
            var shown = new Exemple(exemple.getClass().getSimpleName());
            exemple.show(monde, shown);
            cas.putAll(shown.cas());
            shown.cas()
                    .keySet()
                    .forEach(route -> authors.put(route, exemple.getClass().getSimpleName()));
            authors.put(exemple.module(), exemple.getClass().getSimpleName());
        }
        Map<String, List<Route>> without = new TreeMap<>();
        Map<Route, Cas> judged = new LinkedHashMap<>();
        for (var route : routes) {
            var shown = cas.remove(route.toString());
            if (shown != null) {
                judge(route, shown, Objects.requireNonNull(authors.get(route.toString())));
                judged.put(route, shown);
            } else if (route.takesIds()) {
                without.computeIfAbsent(route.module(), _ -> new ArrayList<>()).add(route);
            }
        }
        frozen(judged, authors);
        without.forEach((module, left) -> faults.add(unshown(module, left, authors)));
        cas.keySet()
                .forEach(route -> faults.add(
                        "%s shows %s, which no controller answers: take it out, or write its address as the controller does"
                                .formatted(authors.get(route), route)));
        return faults;
    }

    private static String unshown(String module, List<Route> left, Map<String, String> authors) {
        var exemple = authors.get(module);
        var routes = left.stream().map(Route::toString).collect(Collectors.joining(", "));
        return exemple == null
                ? "module %s has routes with ids and no example: in src/test/java/fr/entecole/%s, write a class that implements ExempleDeModule and shows %s"
                        .formatted(module, module, routes)
                : "%s does not show %s: give real ids and say whom the route answers".formatted(exemple, routes);
    }

    private void judge(Route route, Cas cas, String author) {
        var regle = route.regle();
        if (cas.isOpen()) {
            if (regle == null || !regle.ouvert()) {
                faults.add("%s says that %s is open, and it is not: say whom it answers".formatted(author, route));
            }
            return;
        }
        strangers(route, cas, author);
        for (var passant : cas.welcome()) {
            undone.executeWithoutResult(transaction -> {
                transaction.setRollbackOnly();
                welcome(route, cas, author, passant);
            });
            if (route.verb() != HttpMethod.GET) {
                monde.forgetWhatThisNodeRemembers();
            }
        }
    }

    private void welcome(Route route, Cas cas, String author, Passant passant) {
        var answer = call(route, cas, passant);
        int status = answer.getStatus();
        var place = place(answer);
        if (status != cas.status().value() || place.equals("/connexion") || place.equals("/charte")) {
            faults.add(
                    "%s answers %d %s to %s, for whom %s says that it is: the ids of the example must exist, and the route must answer its owners %s"
                            .formatted(route, status, place, passant.mots(), author, cas.status()));
        }
    }

    private void strangers(Route route, Cas cas, String author) {
        boolean writes = route.verb() != HttpMethod.GET;
        var before = writes ? empreintes.take() : Map.<String, String>of();
        for (var passant : Passant.values()) {
            if (!cas.welcome().contains(passant)) {
                stranger(route, cas, author, passant);
            }
        }
        if (writes) {
            unchanged(before, route, "someone for whom it is not");
        }
    }

    /// What a stranger would write is undone, so that the next one finds the same world.
    private void stranger(Route route, Cas cas, String author, Passant passant) {
        List<String> touched = new ArrayList<>();
        undone.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            var answer = call(route, cas, passant);
            if (!passant.turnedAway(answer.getStatus(), place(answer))) {
                faults.add(
                        "%s answers %d to %s: find the thing through what this person may see, so that it is not there for them (404); if they may, say why in %s: also(Passant.%s, \"…\")"
                                .formatted(route, answer.getStatus(), passant.mots(), author, passant));
            }
            touched.addAll(empreintes.touched());
        });
        if (!touched.isEmpty()) {
            // Perhaps written and taken back by the module itself: for good, then.
            var before = empreintes.take();
            int status = call(route, cas, passant).getStatus();
            if (status >= 500) {
                faults.add("%s breaks (%d) for %s".formatted(route, status, passant.mots()));
            }
            unchanged(before, route, passant.mots());
            monde.forgetWhatThisNodeRemembers();
        }
    }

    private void frozen(Map<Route, Cas> judged, Map<String, String> authors) {
        var gel = monde.freeze();
        judged.forEach((route, cas) -> {
            if (!cas.isOpen()) {
                Passant.FROZEN.forEach(passant -> undone.executeWithoutResult(transaction -> {
                    transaction.setRollbackOnly();
                    frozen(route, cas, Objects.requireNonNull(authors.get(route.toString())), passant);
                }));
                if (route.verb() != HttpMethod.GET) {
                    monde.forgetWhatThisNodeRemembers();
                }
            }
        });
        monde.thaw(gel);
    }

    private void frozen(Route route, Cas cas, String author, Passant passant) {
        var answer = answer(route, cas, passant);
        int status = answer.getStatus();
        matrice.note(route, passant.mots() + ", frozen", status, place(answer));
        if (status == HttpStatus.LOCKED.value()) {
            var touched = empreintes.touched();
            if (!touched.isEmpty()) {
                faults.add("%s is refused to %s, whose sending is frozen, and changes %s"
                        .formatted(route, passant.mots(), String.join(", ", touched)));
            }
        } else if (!cas.welcome().contains(passant)) {
            if (!passant.turnedAway(status, place(answer))) {
                faults.add("%s answers %d to %s, whose sending is frozen, and 404 otherwise"
                        .formatted(route, status, passant.mots()));
            }
        } else if (sends(route)) {
            faults.add(
                    "%s answers %d to %s, whose sending is frozen: nothing of theirs may leave (423); if nothing leaves by it, write @HorsEnvoi there"
                            .formatted(route, status, passant.mots()));
        }
        if (cas.welcome().contains(passant)
                && !sends(route)
                && status != cas.status().value()) {
            faults.add(
                    "%s answers %d to %s, whose sending is frozen: reading is kept, and so is all that %s says goes to nobody (%s)"
                            .formatted(route, status, passant.mots(), author, cas.status()));
        }
    }

    /// Whether something leaves by it: what the door's guard asks of a route, said here a second time on purpose.
    private boolean sends(Route route) {
        return route.verb() != HttpMethod.GET
                && rooms.contains(route.module())
                && !AnnotatedElementUtils.isAnnotated(route.method().getMethod(), HorsEnvoi.class)
                && !AnnotatedElementUtils.isAnnotated(route.method().getBeanType(), HorsEnvoi.class);
    }

    private void unchanged(Map<String, String> before, Route route, String who) {
        var changed = Empreintes.changed(before, empreintes.take());
        if (!changed.isEmpty()) {
            faults.add("%s changes %s for %s: decide who may before anything is written"
                    .formatted(route, String.join(", ", changed), who));
        }
    }

    private MockHttpServletResponse call(Route route, Cas cas, Passant passant) {
        var answer = answer(route, cas, passant);
        matrice.note(route, passant.mots(), answer.getStatus(), place(answer));
        return answer;
    }

    private MockHttpServletResponse answer(Route route, Cas cas, Passant passant) {
        var uri = UriComponentsBuilder.fromPath(route.path()).buildAndExpand(cas.ids());
        var request = monde.mvc().method(route.verb()).uri(uri.encode().toUri());
        cas.fields().forEach(request::param);
        var session = monde.session(passant);
        if (session != null) {
            request.cookie(session);
        }
        if (route.verb() != HttpMethod.GET) {
            request.with(formulaire());
        }
        var result = request.asyncExchange();
        var failure = result.getUnresolvedException();
        if (failure != null) {
            throw new IllegalStateException(route + " as " + passant.mots(), failure);
        }
        return result.getResponse();
    }

    /// What was answered to whom.
    Matrice matrice() {
        return matrice;
    }

    private static String place(MockHttpServletResponse answer) {
        var place = answer.getRedirectedUrl();
        return place == null ? "" : place;
    }
}
