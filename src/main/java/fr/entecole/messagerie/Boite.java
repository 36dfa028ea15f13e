package fr.entecole.messagerie;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.memoire.Question;
import fr.entecole.socle.memoire.Souvenirs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A person's conversations, the latest first, a page at a time: one index, one round trip.
@Component
public class Boite {

    public static final int SHOWN = 25;

    /// What is written to many people says whom it went to; the rest, with whom one talks.
    private static final String LIGNES = """
            select p.conversation_id, p.dernier_le, p.non_lus, p.marque_le is not null as marquee,
                   p.garde_le is not null as gardee, p.classe_motif,
                   (select d.nom from messagerie.dossier d
                     where d.id = p.dossier_id and d.retire_le is null) as dossier, c.objet, c.pour_mots,
                   m.extrait, m.pieces, m.retire_le is not null as retiree, m.retenu,
                   m.auteur_id = me.id as mien, a.prenom, a.nom,
                   case when m.remis_le is null then m.remettre_le end as attend_le, e.prenom as enfant,
                   case when m.auteur_id = me.id then (
                       select array_agg(n.prenom || '|' || n.nom) from (
                           select o.prenom, o.nom from messagerie.participant q
                             join lateral (select i.prenom, i.nom from comptes.nomme i
                                            where i.id = q.personne_id limit 1) o on true
                            where q.conversation_id = c.id and q.personne_id <> me.id and c.pour_mots = ''
                              and (p.nature = 'PERSONNEL' or q.nature = 'PERSONNEL' or c.entre_eleves)
                            order by o.nom limit 3) n) end as avec
              from unnest(:moi::uuid[]) me (id)
              cross join lateral (
                   select p.* from messagerie.participant p
                    where p.personne_id = me.id and %s and
            """ + Acces.LISIBLE + """
                      and (not :suite or (p.dernier_le, p.conversation_id) < (:apres_le, :apres::uuid))
                      and exists (select 1 from messagerie.message v
                                   where v.conversation_id = p.conversation_id and v.annule_le is null
                                     and """ + Acces.DIT + """
                                   )
                    order by p.dernier_le desc, p.conversation_id desc limit :most) p
              join messagerie.conversation c on c.id = p.conversation_id
              join lateral (
                   select v.* from messagerie.message v
                    where v.conversation_id = c.id and v.annule_le is null
                      and """ + Acces.DIT + """
                    order by v.ecrit_le desc, v.id desc limit 1) m on true
              left join lateral (select i.prenom, i.nom from comptes.nomme i where i.id = m.auteur_id limit 1) a on true
              left join lateral (select i.prenom from annuaire.titulaire i
                                  where i.id = (case when cardinality(p.eleves) > 0 then p.eleves else c.eleves end)[1]
                                    and cardinality(case when cardinality(p.eleves) > 0 then p.eleves else c.eleves end) = 1
                                  limit 1) e on true
             order by p.dernier_le desc, p.conversation_id desc limit :most
            """;

    private static final String COMPTES = """
            select count(*) filter (where quoi = 'lire') as a_lire, count(*) filter (where quoi = 'attend') as attendent
              from (select 'lire' as quoi from messagerie.participant p
                     where p.personne_id = any(:moi) and p.non_lus > 0 and p.classe_le is null and
            """ + Acces.LISIBLE + """
                    union all
                    select 'attend' from messagerie.message m
                     where m.auteur_id = any(:moi) and m.remis_le is null and m.annule_le is null) n
            """;

    private static final String A_LIRE = LIGNES.formatted(Vue.A_LIRE.condition(false));

    private final Lectures lectures;
    private final Souvenirs souvenirs;
    private final Clock clock;

    Boite(Lectures lectures, Souvenirs souvenirs, Clock clock) {
        this.lectures = lectures;
        this.souvenirs = souvenirs;
        this.clock = clock;
    }

    public Page read(Utilisateur lecteur, Vue vue, @Nullable UUID dossier, @Nullable Cle apres, int most) {
        return lectures.read(lignes(lecteur, vue, dossier, apres, most)
                .with(comptes(lecteur), Page::of)
                .with(dossiers(lecteur), Page::with));
    }

    /// The latest unread ones, as a home shows them: what a node remembers.
    public Lecture<List<LigneDeBoite>> unread(Utilisateur lecteur, int most) {
        return souvenirs.of(
                lecteur,
                LocalDate.now(clock),
                A_LIRE,
                () -> new Question<>(
                        Question.motsAndNoms("messages", lecteur.personnes().toArray(UUID[]::new)),
                        parametres(lecteur, null, null, most),
                        Boite::ligne));
    }

    private static Lecture<List<LigneDeBoite>> lignes(
            Utilisateur lecteur, Vue vue, @Nullable UUID dossier, @Nullable Cle apres, int most) {
        return Lecture.of(
                LIGNES.formatted(vue.condition(dossier != null)),
                parametres(lecteur, dossier, apres, most),
                Boite::ligne);
    }

    private static Map<String, Object> parametres(
            Utilisateur lecteur, @Nullable UUID dossier, @Nullable Cle apres, int most) {
        Map<String, Object> of = new HashMap<>(Acces.of(lecteur).parametres());
        var rien = new UUID(0, 0);
        of.put("suite", apres != null);
        of.put("apres_le", (apres == null ? new Cle(Instant.EPOCH, rien) : apres).utc());
        of.put("apres", apres == null ? rien : apres.id());
        of.put("most", most);
        of.put("dossier", dossier == null ? rien : dossier);
        return of;
    }

    private static Lecture<List<int[]>> comptes(Utilisateur lecteur) {
        return Lecture.of(COMPTES, Acces.of(lecteur).parametres(), (rs, _) ->
                new int[] {rs.getInt("a_lire"), rs.getInt("attendent")});
    }

    private static Lecture<List<Dossier>> dossiers(Utilisateur lecteur) {
        return Lecture.of(
                """
                select id, nom from messagerie.dossier
                 where personne_id = any(:moi) and retire_le is null order by lower(nom)
                """,
                Map.of("moi", lecteur.personnes().toArray(UUID[]::new)),
                (rs, _) -> new Dossier(Colonnes.uuid(rs, "id"), rs.getString("nom")));
    }

    private static LigneDeBoite ligne(ResultSet rs, int row) throws SQLException {
        boolean mien = rs.getBoolean("mien");
        var pour = rs.getString("pour_mots");
        var avec = noms(Colonnes.strings(rs, "avec"));
        var enfant = rs.getString("enfant");
        return new LigneDeBoite(
                Colonnes.uuid(rs, "conversation_id"),
                Objects.requireNonNull(LectureDesConversations.instant(rs, "dernier_le")),
                rs.getString("objet"),
                mien ? (pour.isEmpty() ? avec : pour) : LectureDesConversations.nom(rs),
                rs.getString("extrait"),
                mien,
                rs.getInt("non_lus"),
                rs.getBoolean("marquee"),
                rs.getBoolean("gardee") ? Objects.requireNonNullElse(rs.getString("classe_motif"), "") : "",
                Objects.requireNonNullElse(rs.getString("dossier"), ""),
                rs.getBoolean("retiree"),
                rs.getBoolean("retenu"),
                rs.getInt("pieces"),
                enfant == null ? "" : Appellations.personne(enfant, ""),
                LectureDesConversations.instant(rs, "attend_le"));
    }

    /// « Claire Estève, Hélène Castans », of `prenom|nom`.
    public static String noms(List<String> all) {
        return all.stream()
                .map(nom -> nom.split("\\|", 2))
                .map(parts -> Appellations.personne(parts[0], parts[1]))
                .collect(Collectors.joining(", "));
    }

    /// What a box shows.
    public enum Vue {
        TOUS("p.classe_le is null"),
        A_LIRE("p.non_lus > 0 and p.classe_le is null"),
        EN_ATTENTE("""
                exists (select 1 from messagerie.message w where w.conversation_id = p.conversation_id
                           and w.auteur_id = me.id and w.remis_le is null and w.annule_le is null)
                """),
        MARQUES("p.marque_le is not null"),
        CLASSES("p.garde_le is not null");

        private final String condition;

        Vue(String condition) {
            this.condition = condition;
        }

        private String condition(boolean dossier) {
            return dossier ? condition + " and p.dossier_id = :dossier" : condition;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Vue of(String code) {
            for (var vue : values()) {
                if (vue.code().equals(code)) {
                    return vue;
                }
            }
            return TOUS;
        }

        public String libelle() {
            return switch (this) {
                case TOUS -> t("Tous");
                case A_LIRE -> t("À lire");
                case EN_ATTENTE -> t("En attente");
                case MARQUES -> t("Marqués");
                case CLASSES -> t("Classés");
            };
        }
    }

    public record Dossier(UUID id, String nom) {}

    /// @param aLire conversations in which something is unread
    /// @param attendent own messages that wait for their hour
    public record Page(List<LigneDeBoite> lignes, int aLire, int attendent, List<Dossier> dossiers) {

        static Page of(List<LigneDeBoite> lignes, List<int[]> comptes) {
            return new Page(lignes, comptes.getFirst()[0], comptes.getFirst()[1], List.of());
        }

        Page with(List<Dossier> theirs) {
            return new Page(lignes, aLire, attendent, theirs);
        }

        public Optional<Dossier> dossier(@Nullable UUID id) {
            return dossiers.stream().filter(d -> d.id().equals(id)).findFirst();
        }
    }
}
