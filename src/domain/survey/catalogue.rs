//! The catalogue: an institution's services and the units that provide them.

use super::node::Node;
use super::{DefinitionError, Mistake, Text};

/// Services by provider.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// What the catalogue lists.
    pub title: Text,
    /// Where the services are published.
    pub source: Option<Text>,
    /// Providing units, in order.
    pub providers: Vec<Provider>,
    /// Services, in order.
    pub services: Vec<Service>,
}

/// A unit that provides services.
#[derive(Clone, Debug)]
pub struct Provider {
    /// Stable id, used in filters.
    pub id: String,
    /// Name of the unit.
    pub title: Text,
}

/// One service.
#[derive(Clone, Debug)]
pub struct Service {
    /// Stable id, recorded in answers.
    pub id: String,
    /// Name of the service.
    pub title: Text,
    /// Id of its provider.
    pub provider: String,
    /// Whether the published audit covered it.
    pub is_audited: bool,
    /// The audit report's own wording of the title.
    pub audited_title: Option<Text>,
}

impl Catalogue {
    /// Reads a catalogue file.
    pub fn parse(file: &str, text: &str) -> Result<Self, DefinitionError> {
        let document = Node::document(file, text)?;
        let root = Node::root(file, &document);
        let mut catalogue = Self {
            title: root.get("title").map_or(Ok(Text::default()), |node| node.text("default"))?,
            source: root.get("source").map(|node| node.text("default")).transpose()?,
            ..Self::default()
        };
        for node in root.need("providers")?.items()? {
            let id = node.need("id")?;
            if catalogue.provider(id.name()?).is_some() {
                return Err(id.error(Mistake::Duplicate(id.name()?.to_owned())));
            }
            let title = node.need("title")?.text("default")?;
            catalogue.providers.push(Provider { id: id.name()?.to_owned(), title });
        }
        for node in root.need("services")?.items()? {
            let service = catalogue.read_service(&node)?;
            catalogue.services.push(service);
        }
        Ok(catalogue)
    }

    fn read_service(&self, node: &Node<'_>) -> Result<Service, DefinitionError> {
        let (id, provider) = (node.need("id")?, node.need("provider")?);
        if self.service(id.name()?).is_some() {
            return Err(id.error(Mistake::Duplicate(id.name()?.to_owned())));
        }
        if self.provider(provider.name()?).is_none() {
            return Err(provider.error(Mistake::UnknownName(provider.name()?.to_owned())));
        }
        Ok(Service {
            id: id.name()?.to_owned(),
            title: node.need("title")?.text("default")?,
            provider: provider.name()?.to_owned(),
            is_audited: node.get("audited").map_or(Ok(false), |node| node.truth())?,
            audited_title: node.get("audited_title").map(|node| node.text("default")).transpose()?,
        })
    }

    /// The service with this id.
    pub fn service(&self, id: &str) -> Option<&Service> {
        self.services.iter().find(|service| service.id == id)
    }

    /// The provider with this id.
    pub fn provider(&self, id: &str) -> Option<&Provider> {
        self.providers.iter().find(|provider| provider.id == id)
    }

    /// A provider's services, in order.
    pub fn services_of<'a>(&'a self, provider: &'a str) -> impl Iterator<Item = &'a Service> {
        self.services.iter().filter(move |service| service.provider == provider)
    }
}
