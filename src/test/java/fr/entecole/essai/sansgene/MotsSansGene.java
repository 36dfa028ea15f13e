package fr.entecole.essai.sansgene;

import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Helps itself to the directory's tables: the links of a guardian without the restrictions, those that have ended with
/// those in force, and whom a feed no longer counts.
@Component
class MotsSansGene {

    static final String SCHEMA = """
            create schema sansgene;
            create table sansgene.mot (
                id uuid primary key default uuidv7(),
                classe_id uuid not null,
                texte text not null,
                ecrit_le timestamptz not null default now(),
                auteur uuid not null,
                lecteurs uuid[] not null default '{}',
                vu jsonb not null default '{}'
            );
            """;

    private static final String OF_CHILD = """
            select m.texte from sansgene.mot m
              join annuaire.eleve_classe ec on ec.classe_id = m.classe_id
              join annuaire.lien l on l.eleve_id = ec.eleve_id
              join annuaire.eleve e on e.id = l.eleve_id
             where e.id = :eleve and l.responsable_id = :responsable
            """;

    private final JdbcClient jdbc;

    MotsSansGene(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(UUID classe, String texte, Utilisateur auteur) {
        jdbc.sql("""
                        insert into sansgene.mot (classe_id, texte, auteur, lecteurs, vu)
                        values (:classe, :texte, :auteur,
                                array(select eleve_id from annuaire.eleve_classe where classe_id = :classe),
                                jsonb_build_object('par', :auteur::text))
                        """)
                .param("classe", classe)
                .param("texte", texte)
                .param("auteur", auteur.personneId())
                .update();
    }

    List<String> ofChild(UUID eleve, UUID responsable) {
        return jdbc.sql(OF_CHILD)
                .param("eleve", eleve)
                .param("responsable", responsable)
                .query(String.class)
                .list();
    }

    Optional<String> one(UUID mot) {
        return jdbc.sql("select texte from sansgene.mot where id = :mot")
                .param("mot", mot)
                .query(String.class)
                .optional();
    }
}
