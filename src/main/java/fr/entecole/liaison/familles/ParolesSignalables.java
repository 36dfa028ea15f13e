package fr.entecole.liaison.familles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.familles.LectureDesParoles.Suite;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Contenu;
import fr.entecole.socle.contrats.EtatDUnContenu;
import java.time.Instant;
import java.util.List;
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
    private final EtatDUnContenu etat;

    ParolesSignalables(LectureDesParoles lecture, Nouvelles nouvelles, JdbcClient jdbc) {
        this.lecture = lecture;
        this.nouvelles = nouvelles;
        this.etat = new EtatDUnContenu(jdbc, "liaison.parole", "masquee_le", "retiree_le");
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
        etat.hide(id, now);
    }

    @Override
    public void show(UUID id, Instant now) {
        etat.show(id);
    }

    @Override
    @Transactional
    public void withdraw(UUID id, Instant now) {
        etat.withdraw(id, now);
        nouvelles.cancel(SorteFamilles.PAROLE_DE_FAMILLE, id);
    }
}
