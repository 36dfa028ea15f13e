package fr.entecole.liaison.familles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.familles.LectureDesParoles.Suite;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Contenu;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a family says to the school, as who teaches the child can report it: the head decides. Hidden, the head and its
/// author alone find it; taken away, its author, who reads that it was (`LectureDesParoles`).
@Component
class ParolesSignalables implements Contenu {

    private final LectureDesParoles lecture;
    private final Nouvelles nouvelles;
    private final JdbcClient jdbc;

    ParolesSignalables(LectureDesParoles lecture, Nouvelles nouvelles, JdbcClient jdbc) {
        this.lecture = lecture;
        this.nouvelles = nouvelles;
        this.jdbc = jdbc;
    }

    @Override
    public String genre() {
        return "parole";
    }

    @Override
    public String phrase() {
        return t("Ce qu’une famille dit à l’école");
    }

    @Override
    public Optional<Vise> find(Utilisateur lecteur, UUID id) {
        if (!lecteur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR)) {
            return Optional.empty();
        }
        return lecture.of(lecteur, id)
                .map(parole -> new Vise(
                        parole.ecoleId(),
                        parole.auteurId(),
                        parole.auteur(),
                        parole.titre(),
                        Set.of(),
                        "/liaison/familles/" + id));
    }

    @Override
    public Optional<Temoin> witness(UUID id) {
        return lecture.one(id).map(this::witness);
    }

    private Temoin witness(Parole parole) {
        var propos = parole.propos();
        var added =
                lecture.suites(parole).stream().filter(suite -> !suite.ecole()).map(Suite::texte);
        return new Temoin(
                parole.titre(),
                Stream.concat(Stream.of(propos.personne(), propos.lien(), propos.telephone(), propos.texte()), added)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining("\n")),
                parole.depuis().toString(),
                parole.depuis(),
                List.of());
    }

    @Override
    public void hide(UUID id, Instant now) {
        jdbc.sql("update liaison.parole set masquee_le = :maintenant where id = :id and masquee_le is null")
                .params(at(id, now))
                .update();
    }

    @Override
    public void show(UUID id, Instant now) {
        jdbc.sql("update liaison.parole set masquee_le = null where id = :id")
                .param("id", id)
                .update();
    }

    @Override
    @Transactional
    public void withdraw(UUID id, Instant now) {
        jdbc.sql("update liaison.parole set retiree_le = :maintenant where id = :id and retiree_le is null")
                .params(at(id, now))
                .update();
        nouvelles.cancel(SorteFamilles.PAROLE_DE_FAMILLE, id);
    }

    private static Map<String, Object> at(UUID id, Instant now) {
        return Map.of("id", id, "maintenant", now.atOffset(ZoneOffset.UTC));
    }
}
