package fr.entecole.direct;

import fr.entecole.comptes.Empreinte;
import fr.entecole.socle.AvantLaCharte;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The one connection that an open page keeps. It says nothing as long as there is nothing, keeps no stay going, and is
/// opened again by the browser after a while, never by all at the same time. The bell of the charter's page listens
/// too. A page says how old it is when it begins to listen: what was said since then is said again.
@Pour
@AvantLaCharte
@Controller
class DirectController {

    private static final Duration LIFE = Duration.ofMinutes(30);

    private final Antenne antenne;

    DirectController(Antenne antenne) {
        this.antenne = antenne;
    }

    @GetMapping(value = "/direct", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> open(
            Utilisateur utilisateur, HttpSession session, @RequestParam(defaultValue = "0") long age)
            throws IOException {
        var life = LIFE.toMillis();
        var emitter = new SseEmitter(life - ThreadLocalRandom.current().nextLong(life / 3));
        emitter.send(SseEmitter.event().comment("")); // a page knows that it is heard before anything happens
        Set<UUID> personnes = new TreeSet<>(utilisateur.personnes());
        if (utilisateur.is(Profil.ADMINISTRATEUR)) {
            personnes.add(Cle.PARTOUT);
        }
        antenne.open(new Flux(emitter), HexFormat.of().formatHex(Empreinte.of(session.getId())), personnes, age);
        return ResponseEntity.ok()
                .header("X-Accel-Buffering", "no") // proxies that keep answers back
                .body(emitter);
    }
}
