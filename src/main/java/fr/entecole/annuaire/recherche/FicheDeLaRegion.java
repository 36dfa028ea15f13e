package fr.entecole.annuaire.recherche;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.aaf.MotsDesLots;
import fr.entecole.annuaire.noms.Enseignant;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.recherche.Recherche.Lieu;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Somebody whom the region found: who, where, with which classes and of which family, each with its page, and where
/// the sheet comes from. Enough to be sure of the person on the telephone, and to tell whom it concerns what is held.
///
/// @param profil of an agent
/// @param ecoles where they belong, one by one; of staff, places that are no school too
/// @param classes theirs, or those that they teach
/// @param proches the guardians of a pupil, the children of a guardian: by the link, so that whoever is kept out looks
///     like anyone else
/// @param source `AAF`, `ONDE`, `BE1D`, `CSV`, `MANUEL`; `REGION` for an agent
record FicheDeLaRegion(
        Nature nature,
        UUID id,
        String nom,
        @Nullable LocalDate naissance,
        @Nullable Profil profil,
        @Nullable String civilite,
        List<Endroit> ecoles,
        List<Classe> classes,
        List<Proche> proches,
        String source,
        String academie) {

    private static final String SQL = """
            select 'ELEVE' as nature, e.id, e.prenom, e.nom, e.date_naissance, null as profil, null as civilite,
                   %s as lieux,
                   (select jsonb_agg(jsonb_build_object('ecole', c.structure_id, 'libelle', c.libelle, 'noms', array(
                                         select t.nom from annuaire.enseigne n
                                           join annuaire.personnel t on t.id = n.personnel_id
                                          where n.classe_id = c.id)) order by c.libelle)
                      from annuaire.inscrit i
                      join annuaire.classe c on c.id = i.classe_id and c.archivee_le is null
                     where i.eleve_id = e.id) as classes,
                   (select jsonb_agg(jsonb_build_object('id', r.id, 'prenom', r.prenom, 'nom', r.nom)
                                     order by r.nom, r.prenom)
                      from annuaire.lien l
                      join annuaire.responsable r on r.id = l.responsable_id and r.suspendu_le is null
                     where l.eleve_id = e.id and l.retire_le is null) as proches,
                   case when e.aaf_id is null then e.source else 'AAF' end as source, e.academie
              from annuaire.eleve e where e.id = :id and e.suspendu_le is null
            union all
            select 'RESPONSABLE', r.id, r.prenom, r.nom, null, null, null, %s, null::jsonb,
                   (select jsonb_agg(jsonb_build_object('id', e.id, 'prenom', e.prenom, 'nom', e.nom)
                                     order by e.nom, e.prenom)
                      from annuaire.lien l
                      join annuaire.eleve e on e.id = l.eleve_id and e.suspendu_le is null
                     where l.responsable_id = r.id and l.retire_le is null),
                   case when r.aaf_id is null then r.source else 'AAF' end, r.academie
              from annuaire.responsable r where r.id = :id and r.suspendu_le is null
            union all
            select 'PERSONNEL', p.id, p.prenom, p.nom, null, null, null, %s,
                   (select jsonb_agg(jsonb_build_object('ecole', n.ecole_id, 'libelle', c.libelle,
                                                        'noms', jsonb_build_array(p.nom)) order by c.libelle)
                      from annuaire.enseigne n join annuaire.classe c on c.id = n.classe_id
                     where n.personnel_id = p.id), null::jsonb,
                   case when p.aaf_id is null then p.source else 'AAF' end, p.academie
              from annuaire.personnel p where p.id = :id and p.suspendu_le is null
            union all
            select 'AGENT', g.id, g.prenom, g.nom, null, g.profil, g.civilite, %s, null::jsonb, null::jsonb, 'REGION', ''
              from annuaire.agent g where g.id = :id and g.retire_le is null
            """.formatted(
                    RechercheRegion.ECOLE_DE_L_ELEVE,
                    RechercheRegion.ECOLES_DU_RESPONSABLE,
                    RechercheRegion.ECOLES_DU_PERSONNEL,
                    RechercheRegion.LIEU_DE_L_AGENT);

    static Lecture<Optional<FicheDeLaRegion>> of(UUID id) {
        return Lecture.of(SQL, Map.of("id", id), FicheDeLaRegion::fiche)
                .map(found -> found.stream().findFirst());
    }

    /// A class, and the surnames of those who teach it, which give its own back the accents of theirs.
    private record Salle(UUID ecole, String libelle, List<String> noms) {}

    private record Nomme(UUID id, String prenom, String nom) {}

    private static FicheDeLaRegion fiche(ResultSet rs, int row) throws SQLException {
        var profil = rs.getString("profil");
        return new FicheDeLaRegion(
                Nature.valueOf(rs.getString("nature")),
                Colonnes.uuid(rs, "id"),
                Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                rs.getObject("date_naissance", LocalDate.class),
                profil == null ? null : Profil.valueOf(profil),
                rs.getString("civilite"),
                Colonnes.list(rs, "lieux", Lieu[].class).stream()
                        .map(lieu -> new Endroit(lieu.id(), lieu.words(), "ECOLE".equals(lieu.genre())))
                        .filter(endroit -> !endroit.mots().isBlank())
                        .distinct()
                        .toList(),
                Colonnes.list(rs, "classes", Salle[].class).stream()
                        .map(salle -> new Classe(
                                salle.ecole(),
                                Noms.classe(
                                        salle.libelle(),
                                        salle.noms().stream()
                                                .map(nom -> new Enseignant("", Noms.personne(nom)))
                                                .toList())))
                        .toList(),
                Colonnes.list(rs, "proches", Nomme[].class).stream()
                        .map(nomme -> new Proche(nomme.id(), Noms.complet(nomme.prenom(), nomme.nom())))
                        .toList(),
                String.valueOf(rs.getString("source")),
                String.valueOf(rs.getString("academie")));
    }

    String qui() {
        return switch (nature) {
            case ELEVE -> t("Élève");
            case RESPONSABLE -> t("Responsable");
            case PERSONNEL -> t("Personnel d’école");
            case AGENT -> profil == null ? "" : profil.libelle(civilite);
        };
    }

    /// The others' accesses are given by their school.
    boolean ofTheRegion() {
        return nature == Nature.PERSONNEL || nature == Nature.AGENT;
    }

    Set<UUID> lieux() {
        return ecoles.stream().map(Endroit::id).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }

    String origine() {
        return switch (source) {
            case "AAF" -> t("{0}, par son annuaire", MotsDesLots.academie(academie));
            case "MANUEL" -> t("Ajout à la main, par l’école ou la région");
            case "REGION" -> t("Saisie par la région");
            default -> t("Fichier donné par l’école");
        };
    }

    String garde() {
        return nature == Nature.AGENT
                ? t("Jusqu’au dernier jour que la région donne, puis trois mois")
                : t("Tant que l’école ou l’académie donne cette personne, puis trois mois");
    }

    /// @param id of a school or of another place where somebody works; null for an agent's
    /// @param ecole it is one, and has a page
    record Endroit(@Nullable UUID id, String mots, boolean ecole) {

        @Nullable
        String adresse() {
            return ecole && id != null ? "/annuaire/ecoles/" + id : null;
        }
    }

    record Classe(UUID ecole, String libelle) {}

    record Proche(UUID id, String nom) {}
}
