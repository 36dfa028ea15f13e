package fr.entecole.socle;

import java.util.List;

/// A command of `./ent`, offered by the module it belongs to. It runs in the same jar, without web server, beside a
/// running application or alone. Standard output carries the result, standard error the progress and the refusals.
public interface Commande {

    /// The words after `./ent`, such as `import aaf`.
    String name();

    /// One line of help in French, with the arguments.
    String usage();

    /// @return the exit code: 0 done, 2 refused, 3 held
    int run(List<String> arguments) throws Exception;
}
