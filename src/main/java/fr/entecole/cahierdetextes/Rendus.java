package fr.entecole.cahierdetextes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.documents.Documents;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What pupils hand back, and what they get in return. One stands for a pupil and a piece of work: another takes its
/// place. One that was reported and is hidden is read by its pupil alone. Who may is judged by the caller.
@Component
class Rendus {

    private static final String REMISE = """
            select r.id, r.ecole_id, r.travail_id, t.classe_id, r.eleve_id, e.prenom, e.nom, r.texte, r.rendue_le,
                   x.tampon, x.mot, a.prenom as auteur_prenom, a.nom as auteur_nom
              from cahierdetextes.remise r
              join cahierdetextes.travail t on t.id = r.travail_id and t.retire_le is null
              left join lateral (select p.prenom, p.nom from annuaire.titulaire p where p.id = r.eleve_id limit 1) e
                on true
              left join cahierdetextes.retour x on x.remise_id = r.id and x.remplace_le is null
              left join lateral (select p.prenom, p.nom from comptes.nomme p where p.id = x.auteur_id limit 1) a
                on true
             where r.remplacee_le is null and (r.masquee_le is null or r.eleve_id = any(:moi))
            """;

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Coches coches;

    Rendus(JdbcClient jdbc, Documents documents, Coches coches) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.coches = coches;
    }

    /// @param depots uploads of this pupil, in their order
    /// @throws DepotRefuse when the school has no room left for them
    @Transactional
    public UUID hand(Utilisateur eleve, Travail travail, String texte, List<UUID> depots, Instant now) {
        replace(travail.id(), eleve.personneId(), now);
        var id = jdbc.sql("""
                        insert into cahierdetextes.remise (ecole_id, travail_id, eleve_id, texte, rendue_le)
                        values (:ecole, :travail, :eleve, :texte, :maintenant) returning id
                        """)
                .param("ecole", travail.ecoleId())
                .param("travail", travail.id())
                .param("eleve", eleve.personneId())
                .param("texte", texte)
                .param("maintenant", CahierDeTextes.utc(now))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
        documents.attach(eleve, PiecesDuCahier.SALLE, id, travail.ecoleId(), depots);
        coches.tell(eleve.personneId(), now);
        return id;
    }

    /// The pupil takes it back; what the teacher answered goes with it.
    @Transactional
    public void takeBack(Remise remise, Instant now) {
        replace(remise.travail, remise.eleve, now);
        coches.tell(remise.eleve, now);
    }

    /// What they handed back and took back again, for the form: the last one, empty where there is none.
    String takenBack(Collection<UUID> eleves, UUID travail) {
        return jdbc.sql("""
                        select texte from cahierdetextes.remise
                         where travail_id = :travail and eleve_id = any(:eleves) and remplacee_le is not null
                         order by remplacee_le desc limit 1
                        """)
                .param("travail", travail)
                .param("eleves", eleves.toArray(UUID[]::new))
                .query(String.class)
                .optional()
                .orElse("");
    }

    private void replace(UUID travail, UUID eleve, Instant now) {
        jdbc.sql("""
                        update cahierdetextes.remise set remplacee_le = :maintenant
                         where travail_id = :travail and eleve_id = :eleve and remplacee_le is null returning id
                        """)
                .param("maintenant", CahierDeTextes.utc(now))
                .param("travail", travail)
                .param("eleve", eleve)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list()
                .forEach(old -> documents.withdraw(PiecesDuCahier.SALLE, old));
    }

    /// @param tampon null: a word alone
    @Transactional
    public void answer(Remise remise, @Nullable Tampon tampon, String mot, UUID auteur, Instant now) {
        jdbc.sql("select id from cahierdetextes.remise where id = :id for update")
                .param("id", remise.id)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
        jdbc.sql("""
                        update cahierdetextes.retour set remplace_le = :maintenant
                         where remise_id = :remise and remplace_le is null
                        """)
                .param("maintenant", CahierDeTextes.utc(now))
                .param("remise", remise.id)
                .update();
        jdbc.sql("""
                        insert into cahierdetextes.retour (ecole_id, remise_id, tampon, mot, auteur_id, donne_le)
                        values (:ecole, :remise, :tampon, :mot, :auteur, :maintenant)
                        """)
                .param("ecole", remise.ecole)
                .param("remise", remise.id)
                .param("tampon", tampon == null ? "" : tampon.name())
                .param("mot", mot)
                .param("auteur", auteur)
                .param("maintenant", CahierDeTextes.utc(now))
                .update();
        coches.tell(remise.eleve, now);
    }

    /// What these pupils have handed back of a piece of work.
    static Lecture<List<Remise>> of(Utilisateur lecteur, UUID travail, Collection<UUID> eleves) {
        return Lecture.of(
                REMISE + " and r.travail_id = :travail and r.eleve_id = any(:eleves) order by e.prenom, e.nom, r.id",
                Map.of("moi", moi(lecteur), "travail", travail, "eleves", eleves.toArray(UUID[]::new)),
                Rendus::remise);
    }

    private static UUID[] moi(Utilisateur lecteur) {
        return lecteur.personnes().toArray(UUID[]::new);
    }

    Optional<Remise> one(Utilisateur lecteur, UUID id) {
        return jdbc.sql(REMISE + " and r.id = :id")
                .param("moi", moi(lecteur))
                .param("id", id)
                .query(Rendus::remise)
                .optional();
    }

    private static Remise remise(ResultSet rs, int row) throws SQLException {
        return new Remise(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "ecole_id"),
                Colonnes.uuid(rs, "travail_id"),
                Colonnes.uuid(rs, "classe_id"),
                Colonnes.uuid(rs, "eleve_id"),
                name(rs, "prenom", "nom"),
                rs.getString("texte"),
                rs.getObject("rendue_le", OffsetDateTime.class).toInstant(),
                Tampon.of(Objects.requireNonNullElse(rs.getString("tampon"), ""))
                        .orElse(null),
                Objects.requireNonNullElse(rs.getString("mot"), ""),
                name(rs, "auteur_prenom", "auteur_nom"));
    }

    private static String name(ResultSet rs, String prenom, String nom) throws SQLException {
        var last = rs.getString(nom);
        return last == null ? "" : Appellations.personne(Objects.requireNonNullElse(rs.getString(prenom), ""), last);
    }

    /// @param nom of the pupil
    /// @param tampon,mot what it got in return; null and empty as long as it has nothing
    /// @param auteur who answered, empty once forgotten
    record Remise(
            UUID id,
            UUID ecole,
            UUID travail,
            UUID classe,
            UUID eleve,
            String nom,
            String texte,
            Instant rendueLe,
            @Nullable Tampon tampon,
            String mot,
            String auteur) {

        boolean repondue() {
            return tampon != null || !mot.isEmpty();
        }
    }

    /// What a teacher stamps on a piece that a pupil hands back. None of them compares, and none is a mark.
    enum Tampon {
        VU,
        BRAVO,
        A_REPRENDRE;

        static Optional<Tampon> of(String code) {
            return Arrays.stream(values())
                    .filter(tampon -> tampon.name().equals(code))
                    .findFirst();
        }

        String libelle() {
            return switch (this) {
                case VU -> t("Vu");
                case BRAVO -> t("Bravo");
                case A_REPRENDRE -> t("À reprendre");
            };
        }
    }
}
