package fr.entecole.agenda.contenu;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.agenda.Evenement;
import fr.entecole.agenda.LectureDeLAgenda;
import fr.entecole.agenda.SorteAgenda;
import fr.entecole.annuaire.Public;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Contenu;
import fr.entecole.socle.contrats.EtatDUnContenu;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A date of the agenda, as it can be reported. Hidden, its author and the head of the school alone find it, in the
/// agenda, on homes, by its words and in a calendar program (`LectureDeLAgenda`).
@Component
class EvenementsSignalables implements Contenu {

    private final LectureDeLAgenda lecture;
    private final Nouvelles nouvelles;
    private final JdbcClient jdbc;
    private final EtatDUnContenu etat;

    EvenementsSignalables(LectureDeLAgenda lecture, Nouvelles nouvelles, JdbcClient jdbc) {
        this.lecture = lecture;
        this.nouvelles = nouvelles;
        this.jdbc = jdbc;
        this.etat = new EtatDUnContenu(jdbc, "agenda.evenement", "masque_le", "retire_le");
    }

    @Override
    public String genre() {
        return "evenement";
    }

    @Override
    public String phrase() {
        return t("Une date de l’agenda");
    }

    @Override
    public Optional<Vise> find(Utilisateur lecteur, UUID id) {
        return lecture.evenement(lecteur, id).map(EvenementsSignalables::vise);
    }

    private static Vise vise(Evenement evenement) {
        return new Vise(
                evenement.ecoleId(),
                evenement.auteurId(),
                evenement.auteur(),
                evenement.titre(),
                Public.classes(evenement.publics()),
                "/agenda/evenements/" + evenement.id());
    }

    @Override
    public Optional<Temoin> witness(UUID id) {
        return jdbc.sql("select titre, lieu, texte, version, change_le from agenda.evenement where id = :id")
                .param("id", id)
                .query((rs, _) -> new Temoin(
                        rs.getString("titre"),
                        Stream.of(rs.getString("lieu"), rs.getString("texte"))
                                .filter(words -> !words.isEmpty())
                                .collect(Collectors.joining("\n")),
                        Integer.toString(rs.getInt("version")),
                        rs.getObject("change_le", OffsetDateTime.class).toInstant(),
                        List.of()))
                .optional();
    }

    /// Its bell goes with it, and comes back with it.
    @Override
    @Transactional
    public void hide(UUID id, Instant now) {
        etat.hide(id, now);
        nouvelles.cancel(SorteAgenda.DATE_A_L_AGENDA, id);
    }

    @Override
    @Transactional
    public void show(UUID id, Instant now) {
        if (etat.show(id)) {
            nouvelles.restore(SorteAgenda.DATE_A_L_AGENDA, id);
        }
    }

    @Override
    @Transactional
    public void withdraw(UUID id, Instant now) {
        etat.withdraw(id, now);
        nouvelles.cancel(SorteAgenda.DATE_A_L_AGENDA, id);
    }
}
