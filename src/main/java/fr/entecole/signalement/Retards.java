package fr.entecole.signalement;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Contenu.Vise;
import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.contrats.TravauxOfferts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reports that nobody has read in time: those who decide are told once more, and who stands above the school sees that
/// there are some, never what they are about.
@Component
class Retards implements Travail, TravauxOfferts {

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final LectureDesDossiers lecture;
    private final Annonce annonce;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Retards(
            JdbcClient jdbc,
            LectureDesDossiers lecture,
            Annonce annonce,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.lecture = lecture;
        this.annonce = annonce;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What is due in the schools of a circonscription, or in all: late ones first.
    List<Du> of(Utilisateur utilisateur) {
        var circonscription = utilisateur.circonscription();
        return jdbc.sql("""
                        select d.ecole_id, d.due_le, d.danger_le is not null as danger,
                               (select count(*)::int from signalement.signalement s where s.dossier_id = d.id) as personnes
                          from signalement.dossier d
                         where d.clos_le is null and (:region or d.circonscription_id = any(:circonscription::uuid[]))
                         order by d.due_le limit :most
                        """)
                .param("region", utilisateur.is(Profil.ADMINISTRATEUR))
                .param(
                        "circonscription",
                        circonscription == null || !utilisateur.is(Profil.IEN)
                                ? new UUID[0]
                                : new UUID[] {circonscription})
                .param("most", MOST)
                .query((rs, _) -> new Du(
                        Colonnes.uuid(rs, "ecole_id"),
                        rs.getObject("due_le", OffsetDateTime.class).toInstant(),
                        rs.getBoolean("danger"),
                        rs.getInt("personnes")))
                .list();
    }

    @Override
    public List<Travail> travaux() {
        return List.of(this);
    }

    @Override
    public String nom() {
        return "signalement.retards";
    }

    @Override
    public String phrase() {
        return t("Rappeler les signalements que personne n’a lus à temps");
    }

    @Override
    public Rythme rythme() {
        return new Rythme.Toutes(Duration.ofMinutes(15));
    }

    @Override
    public Map<String, Long> run() {
        var late = jdbc.sql("""
                        select id from signalement.dossier
                         where clos_le is null and rappele_le is null and due_le < :maintenant order by due_le
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .query(UUID.class)
                .list();
        return Map.of("signalements", late.stream().filter(this::remind).count());
    }

    private boolean remind(UUID id) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            int mine = jdbc.sql("""
                            update signalement.dossier set rappele_le = :maintenant
                             where id = :id and clos_le is null and rappele_le is null
                            """)
                    .param("maintenant", OffsetDateTime.now(clock))
                    .param("id", id)
                    .update();
            if (mine == 1) {
                lecture.one(id)
                        .ifPresent(d -> annonce.late(
                                id,
                                d.echelon(),
                                new Vise(d.ecole(), d.auteur(), d.nom(), d.titre(), d.classes(), d.adresse())));
            }
            return mine == 1;
        }));
    }

    @Override
    public String bilan(Map<String, Long> compte) {
        return t(
                "{0, plural, =0 {Aucun en retard.} one {Un rappelé.} other {# rappelés.}}",
                compte.getOrDefault("signalements", 0L));
    }

    /// One that is to be read: of which school, by when.
    record Du(UUID ecole, Instant dueLe, boolean danger, int personnes) {}
}
