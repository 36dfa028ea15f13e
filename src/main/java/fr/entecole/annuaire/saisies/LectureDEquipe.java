package fr.entecole.annuaire.saisies;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.noms.Collegue;
import fr.entecole.annuaire.noms.Enseignant;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who works in a school today, by the feed or by hand.
@Component
class LectureDEquipe {

    private final JdbcClient jdbc;
    private final List<Venues> venues;

    /// @param venues none where there are no accounts
    LectureDEquipe(JdbcClient jdbc, List<Venues> venues) {
        this.jdbc = jdbc;
        this.venues = venues;
    }

    /// The school's name, if this member of staff directs it; whoever asks for the region passes null.
    Optional<String> ecole(UUID ecole, @Nullable UUID personnel) {
        return jdbc.sql("""
                        select coalesce(s.nom_usage, s.nom_courant) as nom, c.nom as commune from annuaire.structure s
                          left join annuaire.commune c on c.insee = s.commune_insee
                         where s.id = :ecole and s.genre = 'ECOLE'
                           and (cast(:personnel as uuid) is null or exists (
                                select 1 from annuaire.dirige d
                                 where d.ecole_id = s.id and d.personnel_id = :personnel))
                        """)
                .param("ecole", ecole)
                .param("personnel", personnel)
                .query((rs, _) -> Noms.ecole(rs.getString("nom"), rs.getString("commune")))
                .optional();
    }

    /// Those who work there, by what they do.
    Map<Role, List<Membre>> membres(UUID ecole) {
        var membres = jdbc.sql("""
                        select p.id, p.civilite, p.prenom, p.nom, p.courriel, p.date_naissance, bool_or(f.directeur) as directeur,
                               bool_and(f.source = 'MANUEL') as a_la_main,
                               bool_or(f.code in ('ENS', 'DOC', 'D0000')) as enseigne,
                               exists (select 1 from annuaire.peut_enseigner q
                                        where q.personnel_id = p.id and q.ecole_id = :ecole) as rattachable,
                               (select jsonb_agg(jsonb_build_object('id', c.id, 'libelle', c.libelle) order by c.libelle)
                                  from annuaire.enseignement n
                                  join annuaire.classe c on c.id = n.classe_id and c.archivee_le is null
                                 where n.personnel_id = p.id and c.structure_id = :ecole and n.fini_le is null) as classes,
                               string_agg(distinct case when f.source = 'MANUEL' then f.libelle end, ', ') as fonction
                          from annuaire.exerce f
                          join annuaire.personnel p on p.id = f.personnel_id
                         where f.structure_id = :ecole
                         group by p.id order by bool_or(f.directeur) desc, p.nom, p.prenom
                        """)
                .param("ecole", ecole)
                .query(LectureDEquipe::membre)
                .list();
        var venus = venues.stream()
                .findFirst()
                .map(told -> told.of(membres.stream().map(Membre::id).toList()))
                .orElse(Map.of());
        var apart = Collegue.apart(membres.stream()
                .map(m -> new Collegue(m.id(), m.nom(), m.courriel(), m.naissance()))
                .toList());
        var noms = membres.stream().map(Membre::enseignant).toList();
        return membres.stream()
                .map(m -> m.with(apart.getOrDefault(m.id(), ""), venus.get(m.id()), noms))
                .collect(Collectors.groupingBy(Membre::role, () -> new EnumMap<>(Role.class), Collectors.toList()));
    }

    /// Whether someone of this name works there already.
    boolean named(UUID ecole, MembreForm form) {
        return membres(ecole).values().stream().flatMap(List::stream).anyMatch(m -> form.named(m.nom()));
    }

    /// The classes to which one may be attached.
    ///
    /// @param membres whose names the labels of the feed have lost the accents of
    List<Classe> classes(UUID ecole, Collection<List<Membre>> membres) {
        var noms =
                membres.stream().flatMap(List::stream).map(Membre::enseignant).toList();
        return jdbc.sql("""
                        select id, libelle from annuaire.classe
                         where structure_id = :ecole and archivee_le is null order by libelle
                        """)
                .param("ecole", ecole)
                .query((rs, _) -> new Classe(Colonnes.uuid(rs, "id"), Noms.classe(rs.getString("libelle"), noms)))
                .list();
    }

    private static Membre membre(ResultSet rs, int row) throws SQLException {
        var role = Role.of(rs.getBoolean("directeur"), rs.getBoolean("enseigne"), rs.getString("fonction"));
        return new Membre(
                Colonnes.uuid(rs, "id"),
                Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                new Enseignant(
                        Noms.civil(rs.getString("civilite"), rs.getString("prenom"), rs.getString("nom")),
                        Noms.personne(rs.getString("nom"))),
                role,
                role.fonction(rs.getString("fonction")),
                rs.getBoolean("a_la_main"),
                rs.getBoolean("rattachable"),
                Colonnes.list(rs, "classes", Classe[].class),
                rs.getString("courriel"),
                rs.getObject("date_naissance", LocalDate.class),
                null);
    }

    /// What a team is made of, in the order of the page.
    enum Role {
        DIRECTION,
        ENSEIGNANT,
        AESH,
        ATSEM,
        REMPLACEMENT,
        AUTRE;

        static Role of(boolean directeur, boolean enseigne, @Nullable String fonction) {
            if (directeur || enseigne) {
                return directeur ? DIRECTION : ENSEIGNANT;
            }
            return fonction == null
                    ? AUTRE
                    : switch (fonction) {
                        case "AESH" -> AESH;
                        case "ATSEM" -> ATSEM;
                        case "Remplacement" -> REMPLACEMENT;
                        default -> AUTRE;
                    };
        }

        String titre() {
            return switch (this) {
                case DIRECTION -> t("La direction");
                case ENSEIGNANT -> t("Les enseignants");
                case AESH -> t("Les AESH, qui accompagnent des élèves");
                case ATSEM -> t("Les ATSEM, à la maternelle");
                case REMPLACEMENT -> t("Les remplacements");
                case AUTRE -> t("Les autres personnes");
            };
        }

        private String fonction(@Nullable String aLaMain) {
            return switch (this) {
                case DIRECTION -> t("Direction de l’école");
                case ENSEIGNANT -> t("Enseignement");
                default -> aLaMain == null ? t("Personnel de l’école") : aLaMain;
            };
        }
    }

    record Classe(UUID id, String libelle) {}

    /// @param fonction with what tells apart two of one name
    /// @param aLaMain entered by the school, so the school may end it
    /// @param rattachable a class may be given to them
    /// @param classes those they teach here
    /// @param venuLe when they first came in, null when they never did
    record Membre(
            UUID id,
            String nom,
            Enseignant enseignant,
            Role role,
            String fonction,
            boolean aLaMain,
            boolean rattachable,
            List<Classe> classes,
            @Nullable String courriel,
            @Nullable LocalDate naissance,
            @Nullable LocalDate venuLe) {

        private Membre with(String precision, @Nullable LocalDate venu, List<Enseignant> equipe) {
            var words = precision.isEmpty() ? fonction : fonction + ", " + precision;
            var named = classes.stream()
                    .map(c -> new Classe(c.id(), Noms.classe(c.libelle(), equipe)))
                    .toList();
            return new Membre(id, nom, enseignant, role, words, aLaMain, rattachable, named, courriel, naissance, venu);
        }

        /// « CM1 Mme Estève, CE2 »; empty for none.
        String enseigne() {
            return classes.stream().map(Classe::libelle).collect(Collectors.joining(", "));
        }

        boolean teaches(Classe classe) {
            return classes.stream().anyMatch(c -> c.id().equals(classe.id()));
        }
    }
}
