package fr.entecole.liaison.contenu;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.documents.Documents;
import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.SorteLiaison;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Contenu;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A mot, as it can be reported. Hidden, its families and pupils find it no more, in lists, on homes or in what is
/// attached (`LectureDesMots.POUR_MOI`); its school still does.
@Component
class MotsSignalables implements Contenu {

    private static final String SALLE = "liaison";

    private final LectureDesMots lecture;
    private final Documents documents;
    private final Nouvelles nouvelles;
    private final JdbcClient jdbc;

    MotsSignalables(LectureDesMots lecture, Documents documents, Nouvelles nouvelles, JdbcClient jdbc) {
        this.lecture = lecture;
        this.documents = documents;
        this.nouvelles = nouvelles;
        this.jdbc = jdbc;
    }

    @Override
    public String genre() {
        return "mot";
    }

    @Override
    public String phrase() {
        return t("Un mot de l’école");
    }

    @Override
    public Optional<Vise> find(Utilisateur lecteur, UUID id) {
        var mot = lecteur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR)
                ? lecture.sent(lecteur, id)
                : lecture.received(lecteur, id);
        return mot.map(MotsSignalables::vise);
    }

    private static Vise vise(Mot mot) {
        return new Vise(
                mot.ecoleId(),
                mot.auteurId(),
                mot.auteur(),
                mot.titre(),
                Public.classes(mot.publics()),
                "/liaison/mots/" + mot.id());
    }

    @Override
    public Optional<Temoin> witness(UUID id) {
        var pieces = documents.names(SALLE, id);
        return jdbc.sql("""
                        select titre, texte, numero, ecrite_le from liaison.version where mot_id = :mot
                         order by numero desc limit 1
                        """)
                .param("mot", id)
                .query((rs, _) -> new Temoin(
                        rs.getString("titre"),
                        new TexteRiche(rs.getString("texte")).brut(),
                        Integer.toString(rs.getInt("numero")),
                        rs.getObject("ecrite_le", OffsetDateTime.class).toInstant(),
                        pieces))
                .optional();
    }

    /// Its bell goes with it, and comes back with it.
    @Override
    @Transactional
    public void hide(UUID id, Instant now) {
        jdbc.sql("""
                        insert into liaison.masque (ecole_id, mot_id, depuis)
                        select ecole_id, id, :maintenant from liaison.mot where id = :mot
                        on conflict do nothing
                        """).params(at(id, now)).update();
        nouvelles.cancel(SorteLiaison.MOT_DE_LIAISON, id);
    }

    @Override
    @Transactional
    public void show(UUID id, Instant now) {
        jdbc.sql("update liaison.masque set fini_le = :maintenant where mot_id = :mot and fini_le is null")
                .params(at(id, now))
                .update();
        var stands = jdbc.sql("select retire_le is null from liaison.mot where id = :mot")
                .param("mot", id)
                .query(Boolean.class)
                .optional();
        if (stands.orElse(false)) {
            nouvelles.restore(SorteLiaison.MOT_DE_LIAISON, id);
        }
    }

    @Override
    @Transactional
    public void withdraw(UUID id, Instant now) {
        jdbc.sql("update liaison.mot set retire_le = :maintenant where id = :mot and retire_le is null")
                .params(at(id, now))
                .update();
        documents.withdraw(SALLE, id);
        nouvelles.cancel(SorteLiaison.MOT_DE_LIAISON, id);
    }

    @Override
    public OptionalInt readers(UUID id) {
        return OptionalInt.of(
                jdbc.sql("""
                        select count(distinct l.personne_id) from liaison.lecture l where l.mot_id = :mot and l.principale
                        """).param("mot", id).query(Integer.class).single());
    }

    @Override
    public void keepPieces(UUID id, UUID preuve) {
        documents.keepAside(SALLE, id, "signalement", preuve);
    }

    private static Map<String, Object> at(UUID id, Instant now) {
        return Map.of("mot", id, "maintenant", now.atOffset(ZoneOffset.UTC));
    }
}
